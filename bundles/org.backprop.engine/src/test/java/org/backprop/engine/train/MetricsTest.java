package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.Adam;
import org.backprop.model.BceLoss;
import org.backprop.model.ConfusionMatrixMetric;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.F1Metric;
import org.backprop.model.HingeLoss;
import org.backprop.model.LossSpec;
import org.backprop.model.MetricSpec;
import org.backprop.model.MseLoss;
import org.backprop.model.MseReduction;
import org.backprop.model.Shape;
import org.backprop.model.StoppingSpec;
import org.backprop.model.TargetMetricStopping;
import org.backprop.model.TrainingSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trains small networks with losses and metrics beyond the usual ones. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class MetricsTest {

    @Parameter
    Implementation implementation;

    /** A loss, the outputs it needs for two classes, and the function of the last layer. */
    record Case(LossSpec loss, int outputs, Activation last) {}

    static List<Case> losses() {
        return List.of(
                new Case(new BceLoss(false), 1, Activation.SIGMOID),
                new Case(new BceLoss(true), 1, Activation.LINEAR),
                new Case(new BceLoss(true), 2, Activation.LINEAR),
                new Case(new HingeLoss(1, false), 1, Activation.LINEAR),
                new Case(new HingeLoss(1, true), 2, Activation.LINEAR),
                new Case(new MseLoss(MseReduction.HALF_SUM), 2, Activation.LINEAR),
                new Case(new CrossEntropyLoss(0.1, List.of(1.0, 2.0)), 2, Activation.LINEAR));
    }

    /** Points on both sides of a line. */
    private static Dataset sides(int count) {
        float[] features = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            features[2 * i] = (float) Math.sin(i * 3);
            features[2 * i + 1] = (float) Math.cos(i * 5);
            labels[i] = features[2 * i] + features[2 * i + 1] > 0.2f ? 1 : 0;
        }
        return new Dataset(Shape.of(2), features, labels, null, List.of("below", "above"));
    }

    private List<EpochResult> train(Case of, int epochs, MetricSpec... metrics) {
        return train(of, epochs, List.of(), metrics);
    }

    private List<EpochResult> train(Case of, int epochs, List<StoppingSpec> stopping, MetricSpec... metrics) {
        Adam adam = new Adam(0.05, 0.9, 0.999, 1e-8, 0);
        TrainingSection settings =
                Models.measuring(Models.training(of.loss(), adam, 20, epochs, 1), stopping, List.of(metrics));
        Models layers = new Models()
                .add("hidden", Models.dense(8, Activation.TANH))
                .add("out", Models.dense(of.outputs(), of.last()));
        Network network = Network.compile(layers.build(settings), Shape.of(2), implementation.open(), 20);
        Trainer trainer = new Trainer(network, settings, sides(200), Optional.of(sides(90)));
        List<EpochResult> epochResults = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onEpoch(EpochResult epoch) {
                epochResults.add(epoch);
            }
        });
        trainer.run();
        return epochResults;
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLossOverClassesLearnsAndCountsWhatItGotRight(Case of) {
        Evaluation last = train(of, 15).getLast().validation().orElseThrow();
        assertTrue(last.accuracy().orElseThrow() > 0.95, of + " " + last);
    }

    @Test
    void metricsAreTakenOnTrainingAndValidationSet() {
        Case of = new Case(new CrossEntropyLoss(), 2, Activation.LINEAR);
        EpochResult last =
                train(of, 15, new F1Metric(), new ConfusionMatrixMetric()).getLast();
        Evaluation validation = last.validation().orElseThrow();
        assertEquals(
                List.of("loss", "accuracy", "f1"),
                List.copyOf(validation.values().keySet()));
        assertEquals(
                List.of("loss", "accuracy", "f1"),
                List.copyOf(last.training().values().keySet()));
        assertTrue(last.training().values().get("f1") > 0.95);
        assertEquals(90, samples(validation));
        assertEquals(200, samples(last.training()));
        long[][] counts = validation.confusion().orElseThrow();
        assertEquals(validation.accuracy().orElseThrow(), (counts[0][0] + counts[1][1]) / 90.0, 1e-12);
    }

    private static long samples(Evaluation evaluation) {
        long sum = 0;
        for (long[] row : evaluation.confusion().orElseThrow()) {
            for (long count : row) {
                sum += count;
            }
        }
        return sum;
    }

    @Test
    void measuringDoesNotChangeTheTraining() {
        Case of = new Case(new CrossEntropyLoss(), 2, Activation.LINEAR);
        List<Double> plain =
                train(of, 3).stream().map(epoch -> epoch.training().loss()).toList();
        List<Double> measured = train(of, 3, new F1Metric()).stream()
                .map(epoch -> epoch.training().loss())
                .toList();
        assertEquals(plain, measured);
    }

    @Test
    void aStoppingRuleMayFollowAMetric() {
        Case of = new Case(new BceLoss(true), 1, Activation.LINEAR);
        List<StoppingSpec> target = List.of(new TargetMetricStopping("f1/validation", 0.9));
        List<EpochResult> epochs = train(of, 50, target, new F1Metric());
        assertTrue(epochs.size() < 50, "epochs " + epochs.size());
        assertTrue(epochs.getLast().validation().orElseThrow().values().get("f1") >= 0.9);
        List<StoppingSpec> accuracy = List.of(new TargetMetricStopping("accuracy/train", 0.9));
        assertTrue(train(of, 50, accuracy).size() < 50);
    }

    @Test
    void aMetricThatIsFollowedMustBeMeasured() {
        Case of = new Case(new CrossEntropyLoss(), 2, Activation.LINEAR);
        List<StoppingSpec> target = List.of(new TargetMetricStopping("f1/validation", 0.9));
        String message = assertThrows(IllegalArgumentException.class, () -> train(of, 5, target))
                .getMessage();
        assertTrue(message.contains("f1/validation is not measured: add f1 to training.metrics"), message);
    }
}
