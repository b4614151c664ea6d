package org.backprop.views.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.backprop.runlog.evaluation.Calibration;
import org.backprop.runlog.evaluation.ConfusionMatrix;
import org.backprop.runlog.evaluation.EvaluationRecord;
import org.backprop.runlog.evaluation.PrecisionRecallCurve;
import org.backprop.runlog.evaluation.Residuals;
import org.backprop.runlog.evaluation.RocCurve;

/**
 * What is computed from an evaluation, or as far as possible from a confusion matrix alone.
 *
 * @param names of the classes; empty for a regression
 * @param matrix of a classification
 * @param classes the table of a classification
 * @param roc a curve for each class that has one, the least area first
 * @param precisionRecall a curve for each class that has one, the least area first
 * @param calibration if there are probabilities
 * @param residuals one for each output of a regression
 */
record Measured(
        List<String> names,
        Optional<ConfusionMatrix> matrix,
        List<ClassRow> classes,
        List<Line> roc,
        List<Line> precisionRecall,
        Optional<Calibration> calibration,
        List<Residuals> residuals) {
    private static final int BINS = 10;
    private static final Comparator<Line> WORST_FIRST = Comparator.comparing(Line::area);

    /** What a confusion matrix tells. */
    static Measured of(ConfusionMatrix matrix, List<String> names) {
        double[] none = new double[matrix.classes()];
        Arrays.fill(none, Double.NaN);
        return new Measured(
                names,
                Optional.of(matrix),
                table(matrix, names, none, none),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    static Measured of(EvaluationRecord record) {
        if (!record.set().classifies()) {
            List<Residuals> residuals = IntStream.range(0, record.set().outputs())
                    .mapToObj(output -> Residuals.of(record, output))
                    .toList();
            return new Measured(
                    List.of(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), residuals);
        }
        List<String> names = record.set().classes();
        ConfusionMatrix matrix = ConfusionMatrix.of(record.labels(), record.predicted(), names.size());
        List<Line> roc = new ArrayList<>();
        List<Line> precisionRecall = new ArrayList<>();
        double[] areas = new double[names.size()];
        double[] precisions = new double[names.size()];
        for (int label = 0; label < names.size(); label++) {
            float[] scores = record.scores(label);
            boolean[] members = record.members(label);
            RocCurve curve = RocCurve.of(scores, members);
            PrecisionRecallCurve precision = PrecisionRecallCurve.of(scores, members);
            areas[label] = curve.area();
            precisions[label] = precision.averagePrecision();
            if (!curve.isEmpty()) {
                roc.add(Line.thinned(
                        names.get(label), areas[label], curve.falsePositiveRate(), curve.truePositiveRate()));
            }
            if (!precision.isEmpty()) {
                precisionRecall.add(
                        Line.thinned(names.get(label), precisions[label], precision.recall(), precision.precision()));
            }
        }
        roc.sort(WORST_FIRST);
        precisionRecall.sort(WORST_FIRST);
        return new Measured(
                names,
                Optional.of(matrix),
                table(matrix, names, areas, precisions),
                List.copyOf(roc),
                List.copyOf(precisionRecall),
                record.set().probabilities() ? Optional.of(Calibration.of(record, BINS)) : Optional.empty(),
                List.of());
    }

    private static List<ClassRow> table(
            ConfusionMatrix matrix, List<String> names, double[] areas, double[] precisions) {
        List<ClassRow> rows = new ArrayList<>();
        for (int label = 0; label < names.size(); label++) {
            rows.add(new ClassRow(
                    label, names.get(label), matrix.scores(label), known(areas[label]), known(precisions[label])));
        }
        rows.add(new ClassRow(rows.size(), Messages.row_macro, matrix.macroAverage(), mean(areas), mean(precisions)));
        rows.add(new ClassRow(
                rows.size(),
                Messages.row_weighted,
                matrix.weightedAverage(),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
        return List.copyOf(rows);
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalDouble mean(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average();
    }
}
