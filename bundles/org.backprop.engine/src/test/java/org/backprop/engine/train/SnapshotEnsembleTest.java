package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotEnsembleTest {

    private static final int SAMPLES = 37;
    private static final int CLASSES = 3;

    private static final String MODEL = """
            backprop: 1
            data: {csv: none.csv}
            network:
              input: [4]
              layers:
                - dense: {name: hidden, units: 9, activation: tanh}
                - dropout: 0.2
                - dense: {name: out, units: 3, activation: %s}
            training: {loss: %s, batch_size: 10, epochs: %d, optimizer: {sgd: 0.3},
              schedule: {cosine_restarts: {t0: 2}}, snapshot_ensemble: {most: 2}}
            """;

    private static Dataset data() {
        Random random = new Random(1);
        float[] features = new float[4 * SAMPLES];
        int[] labels = new int[SAMPLES];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
            labels[i / 4] = random.nextInt(CLASSES);
        }
        return new Dataset(Shape.of(4), features, labels, null, List.of("a", "b", "c"));
    }

    private static Trainer trainer(String activation, String loss, int epochs) {
        String text = MODEL.formatted(activation, loss, epochs);
        Model model = ModelReader.read("test.nn.yaml", text).model().orElseThrow();
        Network network = Network.compile(
                model, Shape.of(4), Implementation.all().getFirst().open(), 10);
        return new Trainer(network, model.training(), data(), Optional.empty());
    }

    /** Probabilities from what a network predicts. */
    private static double[] probabilities(float[] outputs) {
        double[] probabilities = new double[outputs.length];
        for (int row = 0; row < SAMPLES; row++) {
            double sum = 0;
            for (int i = row * CLASSES; i < (row + 1) * CLASSES; i++) {
                sum += Math.exp(outputs[i]);
            }
            for (int i = row * CLASSES; i < (row + 1) * CLASSES; i++) {
                probabilities[i] = Math.exp(outputs[i]) / sum;
            }
        }
        return probabilities;
    }

    @ParameterizedTest
    @CsvSource({"log_softmax, nll, 6, 2, 3", "linear, cross_entropy, 7, 2, 3", "log_softmax, nll, 2, 1, 1"})
    void theMeanProbabilitiesOfTheLastCyclesEndsAreEvaluated(
            String activation, String loss, int epochs, int models, int cycles) {
        Trainer trainer = trainer(activation, loss, epochs);
        List<double[]> predictions = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onEpoch(EpochResult epoch) {
                if (epoch.epoch() % 2 == 0) {
                    predictions.add(probabilities(trainer.network().predict(data().features())));
                }
            }
        });
        trainer.run();
        assertEquals(cycles, predictions.size());
        int[] labels = data().labels();
        double expected = 0;
        int correct = 0;
        for (int row = 0; row < SAMPLES; row++) {
            double[] mean = new double[CLASSES];
            for (int k = 0; k < CLASSES; k++) {
                for (double[] prediction : predictions.subList(cycles - models, cycles)) {
                    mean[k] += prediction[row * CLASSES + k] / models;
                }
            }
            expected -= Math.log(mean[labels[row]]) / SAMPLES;
            int best = mean[1] > mean[0] ? 1 : 0;
            best = mean[2] > mean[best] ? 2 : best;
            correct += best == labels[row] ? 1 : 0;
        }
        Evaluation evaluation = trainer.evaluateEnsemble(data()).orElseThrow();
        assertEquals(expected, evaluation.loss(), 1e-5);
        assertEquals((double) correct / SAMPLES, evaluation.accuracy().orElseThrow(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource("log_softmax, nll")
    void thereIsNoEnsembleBeforeTheFirstCycleHasEnded(String activation, String loss) {
        Trainer trainer = trainer(activation, loss, 1);
        trainer.run();
        assertTrue(trainer.evaluateEnsemble(data()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"VALUES, 0.3", "LOG_PROBABILITIES, -1.5", "BINARY_LOGITS, 2.5", "BINARY_LOGITS, -3"})
    void oneModelPredictsWhatItsOutputsSay(OutputSpace space, float output) {
        float[] outputs = {output};
        space.open(outputs, 1);
        assertEquals(output, space.close(outputs[0]), 1e-5);
    }
}
