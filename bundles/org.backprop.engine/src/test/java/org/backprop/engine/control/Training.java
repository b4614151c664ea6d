package org.backprop.engine.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.Network;
import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.backprop.runlog.run.JournalEntry;

/** A small training whose losses and journal are kept. */
final class Training implements TrainingListener, Recording {

    static final int STEPS_PER_EPOCH = 7;

    private static final String MODEL = """
            backprop: 1
            data: {digits: {samples: 20}}
            network:
              layers:
                - flatten
                - dense: {name: hidden, units: 16, activation: tanh}
                - dropout: {name: drop, rate: 0.2}
                - dense: {name: scores, units: 10, activation: log_softmax}
            training: {loss: nll, batch_size: 16, epochs: 20, optimizer: %s, schedule: %s%s}
            """;

    final Trainer trainer;
    final List<Double> losses = new ArrayList<>();
    final List<JournalEntry> journal = new ArrayList<>();
    final List<Long> validated = new ArrayList<>();
    int checkpoints;

    Training(Kernels kernels, Model model, boolean validates) {
        Dataset data = data(7 * 16 - 5, 1);
        Network network = Network.compile(model, data.shape(), kernels, 16);
        trainer = new Trainer(network, model.training(), data, validates ? Optional.of(data(40, 2)) : Optional.empty());
        trainer.addListener(this);
    }

    /** A model with these settings in YAML; without clipping if that is empty. */
    static Model model(String optimizer, String schedule, String clipping) {
        String more = clipping.isEmpty() ? "" : ", clipping: " + clipping;
        return ModelReader.read("live.nn.yaml", MODEL.formatted(optimizer, schedule, more))
                .model()
                .orElseThrow();
    }

    private static Dataset data(int count, long seed) {
        Random random = new Random(seed);
        float[] features = new float[6 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(3);
            for (int j = 0; j < 6; j++) {
                features[6 * i + j] = (float) random.nextGaussian() + (j == labels[i] ? 2 : 0);
            }
        }
        return new Dataset(Shape.of(6), features, labels, null, Collections.nCopies(10, "digit"));
    }

    @Override
    public void onStep(StepView step) {
        losses.add(step.loss());
    }

    @Override
    public void checkpoint() {
        checkpoints++;
    }

    @Override
    public void validation(long step, Evaluation evaluation) {
        validated.add(step);
    }

    @Override
    public void journal(JournalEntry entry) {
        journal.add(entry);
    }

    @Override
    public void flush() {}
}
