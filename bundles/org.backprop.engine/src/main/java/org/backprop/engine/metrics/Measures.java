package org.backprop.engine.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.DoubleSupplier;

import org.backprop.engine.kernels.View;
import org.backprop.model.AccuracyMetric;
import org.backprop.model.AucMetric;
import org.backprop.model.ConfusionMatrixMetric;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.F1Metric;
import org.backprop.model.LossSpec;
import org.backprop.model.MaeMetric;
import org.backprop.model.MetricSpec;
import org.backprop.model.PoissonLoss;
import org.backprop.model.PrecisionMetric;
import org.backprop.model.R2Metric;
import org.backprop.model.RecallMetric;
import org.backprop.model.RmseMetric;
import org.backprop.model.TopKMetric;

/** The measures of a model over one set, taken batch by batch. Only the area under the curve keeps all scores. */
public final class Measures {

    private final LossSpec loss;
    private final int outputs;
    private final Batch batch;
    private final List<Collector> collectors = new ArrayList<>();
    private final SequencedMap<String, DoubleSupplier> values = new LinkedHashMap<>();
    private ConfusionCounts confusion;
    private Errors errors;
    private boolean matrixWanted;

    /**
     * Nothing measured yet.
     *
     * @param outputs number of elements of one sample of the output
     * @throws IllegalArgumentException if a metric is not defined for the loss and the outputs; the message names it
     */
    public Measures(List<MetricSpec> specs, LossSpec loss, int outputs) {
        this.loss = loss;
        this.outputs = outputs;
        batch = new Batch(loss.threshold());
        for (MetricSpec spec : specs) {
            boolean defined = spec.comparesClasses() ? loss.classifies() || outputs > 1 : !loss.classifies();
            if (!defined) {
                throw new IllegalArgumentException("the metric '" + spec.key() + "' compares "
                        + (spec.comparesClasses() ? "classes" : "numbers") + ", which this network does not give");
            }
            prepare(spec);
        }
    }

    private void prepare(MetricSpec spec) {
        switch (spec) {
            case AccuracyMetric accuracy -> values.put(spec.key(), confusion()::accuracy);
            case PrecisionMetric precision -> values.put(spec.key(), confusion()::precision);
            case RecallMetric recall -> values.put(spec.key(), confusion()::recall);
            case F1Metric f1 -> values.put(spec.key(), confusion()::f1);
            case TopKMetric top -> values.put(spec.key(), collected(new TopHits(top.k()))::rate);
            case AucMetric auc ->
                values.put(
                        spec.key(), collected(new Scores(outputs, loss instanceof CrossEntropyLoss))::areaUnderCurve);
            case MaeMetric mae -> values.put(spec.key(), errors()::meanAbsolute);
            case RmseMetric rmse -> values.put(spec.key(), errors()::rootMeanSquare);
            case R2Metric r2 -> values.put(spec.key(), errors()::explained);
            case ConfusionMatrixMetric matrix -> {
                confusion();
                matrixWanted = true;
            }
        }
    }

    private <C extends Collector> C collected(C collector) {
        collectors.add(collector);
        return collector;
    }

    private ConfusionCounts confusion() {
        if (confusion == null) {
            confusion = collected(new ConfusionCounts(Math.max(2, outputs)));
        }
        return confusion;
    }

    private Errors errors() {
        if (errors == null) {
            errors = collected(new Errors(loss instanceof PoissonLoss poisson && poisson.logInput()));
        }
        return errors;
    }

    /**
     * Takes one batch in.
     *
     * @param output what the network gave {@code [n, m]}
     * @param targets class indices {@code [n, 1]} or numbers {@code [n, m]}
     */
    public void add(View output, View targets) {
        if (!collectors.isEmpty()) {
            batch.load(output, targets);
            collectors.forEach(collector -> collector.add(batch));
        }
    }

    /** The keys of the {@link #values}. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** The values by key, in the order of the model; a value that is not defined for the set is NaN. */
    public SequencedMap<String, Double> values() {
        SequencedMap<String, Double> measured = new LinkedHashMap<>();
        for (Map.Entry<String, DoubleSupplier> entry : values.entrySet()) {
            measured.put(entry.getKey(), entry.getValue().getAsDouble());
        }
        return measured;
    }

    /** Counts of samples by class (row) and predicted class (column), if the model asks for them. */
    public Optional<long[][]> confusionMatrix() {
        return matrixWanted ? Optional.of(confusion.counts()) : Optional.empty();
    }
}
