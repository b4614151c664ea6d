package org.backprop.engine.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.ThreeClasses;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.TensorView;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Batching;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;

/** A small network to prune, three classes to learn, and eyes for what is removed. */
final class PruningFixture {

    private PruningFixture() {}

    /** The model with these settings of its training; empty if they are refused. */
    static Optional<Model> read(String training) {
        return ModelReader.read("pruning.nn.yaml", """
                        backprop: 1
                        data: {csv: unused.csv}
                        network:
                          input: [6]
                          layers:
                            - dense: {name: hidden, units: 5, activation: tanh}
                            - dense: {name: scores, units: 3}
                        training: {%s}
                        """.formatted(training)).model();
    }

    static Model model(String training) {
        return read(training).orElseThrow();
    }

    static Trainer trainer(Model model, Kernels kernels) {
        Dataset data = ThreeClasses.of(48);
        int batch = Batching.batchSize(model.training(), data.count());
        Network network = Network.compile(model, data.shape(), kernels, batch);
        return new Trainer(network, model.training(), data, Optional.of(ThreeClasses.of(30)));
    }

    static float[] weights(Trainer trainer) {
        return trainer.network().parameterVector().map(View::toArray).orElseThrow();
    }

    /** The elements of some tensors, one behind the other. */
    static float[] values(Stream<NamedTensor> tensors) {
        List<Float> all = new ArrayList<>();
        tensors.forEach(tensor -> {
            for (float value : tensor.values()) {
                all.add(value);
            }
        });
        float[] values = new float[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i);
        }
        return values;
    }

    static float[] copies(List<TensorView> tensors) {
        return values(tensors.stream().map(TensorView::copy));
    }

    /** Counts, after each step, the removed weights that are not exactly 0. */
    static final class Watch implements TrainingListener {
        private final Trainer trainer;
        private float[] mask;
        int changesOfMask;
        int stepsWithMask;
        int notZero;

        Watch(Trainer trainer) {
            this.trainer = trainer;
            trainer.addListener(this);
            trainer.pruner().addListener(result -> changesOfMask++);
        }

        @Override
        public void onStep(StepView step) {
            Masks masks = trainer.pruner().masks();
            if (!masks.exist()) {
                return;
            }
            mask = masks.values();
            stepsWithMask++;
            notZero += notZero(weights(trainer));
        }

        /** Number of elements that belong to removed weights and are not positive zeros. */
        int notZero(float[] values) {
            int count = 0;
            for (int i = 0; i < mask.length; i++) {
                count += mask[i] == 0 && Float.floatToRawIntBits(values[i]) != 0 ? 1 : 0;
            }
            return count;
        }

        /** Number of elements that belong to removed weights and are not 0. */
        int remembered(float[] values) {
            int count = 0;
            for (int i = 0; i < mask.length; i++) {
                count += mask[i] == 0 && values[i] != 0 ? 1 : 0;
            }
            return count;
        }

        int removed() {
            int count = 0;
            for (float kept : mask) {
                count += kept == 0 ? 1 : 0;
            }
            return count;
        }
    }
}
