package org.backprop.peers;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.backprop.engine.bench.WorkloadFolder;
import org.backprop.model.Model;
import org.backprop.peers.Batches.Batch;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.learning.GradientUpdater;

/** A graph of SameDiff. */
final class SameDiffTrainee implements Trainee {
    private final SameDiff graph;
    private final Batches batches;
    private final Map<SDVariable, INDArray> initial = new HashMap<>();
    private final LastLoss loss = new LastLoss();

    /**
     * Builds the graph.
     *
     * @throws IllegalArgumentException if a part of the model has no counterpart
     */
    SameDiffTrainee(WorkloadFolder folder) throws IOException {
        Model model = folder.model();
        graph = SameDiffGraph.of(model, new Weights(folder));
        graph.setTrainingConfig(new TrainingConfig.Builder()
                .updater(Updaters.of(model.training().optimizer()))
                .dataSetFeatureMapping(SameDiffGraph.FEATURES)
                .dataSetLabelMapping(SameDiffGraph.LABELS)
                .build());
        graph.variables().stream()
                .filter(variable -> variable.getVariableType() == VariableType.VARIABLE)
                .forEach(variable -> initial.put(variable, variable.getArr().dup()));
        batches = new Batches(folder, Chain.startsFlat(model));
    }

    /**
     * Keeps the loss of the last step. SameDiff 1.0.0-M2.1 does not compute it in training and reports 0 (its issue 9684);
     * it is also the gradient with respect to the weight 1 that it is multiplied by.
     */
    private static final class LastLoss extends BaseListener {
        private double value;

        @Override
        public boolean isActive(Operation operation) {
            return operation == Operation.TRAINING;
        }

        @Override
        public void activationAvailable(
                SameDiff graph, At at, MultiDataSet data, SameDiffOp operation, String name, INDArray activation) {
            if (name.equals(SameDiffGraph.LOSS_WEIGHT + "-grad")) {
                value = activation.getDouble(0);
            }
        }
    }

    @Override
    public void reset() {
        initial.forEach((variable, value) -> variable.getArr().assign(value));
        if (graph.getUpdaterMap() != null) {
            graph.getUpdaterMap().values().forEach(SameDiffTrainee::clear);
        }
        graph.getTrainingConfig().setIterationCount(0);
    }

    private static void clear(GradientUpdater<?> updater) {
        Map<String, INDArray> state = updater.getState();
        if (state != null) {
            state.values().forEach(array -> array.assign(0));
        }
    }

    /** One call of fit a step: in a call with several, 1.0.0-M2.1 takes wrong gradients from the second on. */
    @Override
    public double train(int first, int steps) {
        for (int step = first; step < first + steps; step++) {
            Batch batch = batches.get(step);
            graph.fit(new DataSet(batch.features(), batch.labels()), loss);
        }
        return loss.value;
    }
}
