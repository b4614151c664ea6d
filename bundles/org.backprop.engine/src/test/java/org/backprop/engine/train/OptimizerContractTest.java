package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.ThreeClasses;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Batching;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every optimizer that a model file can name. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class OptimizerContractTest {

    private static final int SAMPLES = 48;
    private static final double LEAST_RATE = 0.02;

    @Parameter
    Implementation implementation;

    static List<String> optimizers() {
        return Catalogue.keys(Family.OPTIMIZER);
    }

    /** With its default learning rate, or 0.02 if that is less, and the first of some settings that it can do with. */
    private static Model model(String optimizer, int epochs) {
        String parameters = Catalogue.type(Family.OPTIMIZER, optimizer)
                .flatMap(type -> type.parameter("learning_rate"))
                .flatMap(rate -> rate.defaultValue())
                .map(rate -> "learning_rate: " + Math.max(LEAST_RATE, Double.parseDouble(rate)))
                .orElse("");
        return Stream.of(
                        "loss: cross_entropy, batch_size: 16",
                        "loss: cross_entropy, batch_size: full",
                        "loss: mse, batch_size: full")
                .flatMap(settings -> read(optimizer, parameters, settings, epochs).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Model> read(String optimizer, String parameters, String settings, int epochs) {
        String text = """
                backprop: 1
                name: contract
                data: {csv: unused.csv}
                network:
                  input: [6]
                  layers:
                    - dense: {name: hidden, units: 5, activation: tanh}
                    - dense: {name: scores, units: 3}
                training: {optimizer: {%s: {%s}}, %s, epochs: %d}
                """.formatted(optimizer, parameters, settings, epochs);
        return ModelReader.read("contract.nn.yaml", text).model();
    }

    private Trainer trainer(String optimizer, int epochs, Dataset data) {
        Model model = model(optimizer, epochs);
        int batch = Batching.batchSize(model.training(), data.count());
        Network network = Network.compile(model, data.shape(), implementation.open(), batch);
        return new Trainer(network, model.training(), data, Optional.empty());
    }

    private static List<Double> losses(Trainer trainer) {
        List<Double> losses = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                losses.add(step.loss());
            }
        });
        trainer.run();
        return losses;
    }

    private static float[] values(List<NamedTensor> tensors) {
        List<Float> all = new ArrayList<>();
        for (NamedTensor tensor : tensors) {
            for (float value : tensor.values()) {
                all.add(value);
            }
        }
        float[] values = new float[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i);
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theLossFalls(String optimizer) {
        List<Double> losses = losses(trainer(optimizer, 120, ThreeClasses.of(SAMPLES)));
        double first = losses.getFirst();
        double last = losses.subList(losses.size() - 3, losses.size()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        assertTrue(last < 0.7 * first, first + " to " + last);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theSameSeedGivesTheSameLossesToTheLastBit(String optimizer) {
        assertEquals(
                losses(trainer(optimizer, 5, ThreeClasses.of(SAMPLES))),
                losses(trainer(optimizer, 5, ThreeClasses.of(SAMPLES))));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aLossThatIsNotFiniteEndsTheTrainingWithTheLayerAndFiniteWeights(String optimizer) {
        Dataset data = ThreeClasses.of(SAMPLES);
        data.features()[3] = Float.NaN;
        Trainer trainer = trainer(optimizer, 5, data);
        DivergedException diverged = assertThrows(DivergedException.class, trainer::run);
        assertTrue(diverged.getMessage().contains("hidden"), diverged.getMessage());
        for (float value : values(trainer.state().parameters())) {
            assertTrue(Float.isFinite(value));
        }
    }
}
