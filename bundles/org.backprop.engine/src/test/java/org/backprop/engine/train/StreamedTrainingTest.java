package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Splits;
import org.backprop.engine.data.StreamedSets;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.CsvData;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Normalization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Training on features that are read from a file, against the same in memory. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class StreamedTrainingTest {

    private static final CsvData TABLE = new CsvData("t.csv", List.of("y", "z"), true, Optional.of("s"));
    private static final List<Normalization> BOTH = List.of(Normalization.ONE_HOT, Normalization.STANDARDIZE);

    private static final String MODEL = """
            backprop: 1
            data: {csv: {path: none.csv, target: [3, 4], score: 2}}
            network: {input: [4], layers: [{dense: {units: 6, activation: tanh}}, {dense: 2}]}
            training: {loss: mse, optimizer: adam, batch_size: 16, epochs: 3, seed: 3, order: %s}
            """;

    @Parameter
    Implementation implementation;

    @TempDir
    Path folder;

    @BeforeEach
    void writeTable() throws IOException {
        Random random = new Random(2);
        StringBuilder text = new StringBuilder("a,color,s,y,z\n");
        for (int i = 0; i < 200; i++) {
            double a = random.nextGaussian();
            text.append(a).append(i % 3 == 0 ? ",red," : i % 3 == 1 ? ",blue," : ",green,");
            text.append(random.nextInt(9) + 1)
                    .append(',')
                    .append(2 * a)
                    .append(',')
                    .append(i % 3)
                    .append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), text);
    }

    @Test
    void aTableWithTextsGivesTheSameBits() throws DataException {
        StreamedSets.assertSame(TABLE, BOTH, folder, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shuffle", "sequential", "{weighted: score}", "{curriculum: {epochs: 2}}"})
    void aTrainingThatReadsFromTheFileIsTheSame(String order) throws DataException {
        List<Double> losses = losses(order, false);
        assertEquals(losses, losses(order, true));
        assertEquals(3 * 7 + 3, losses.size());
    }

    private List<Double> losses(String order, boolean streaming) throws DataException {
        Splits splits = StreamedSets.load(TABLE, BOTH, folder, false, streaming);
        Model model =
                ModelReader.read("test.nn.yaml", MODEL.formatted(order)).model().orElseThrow();
        Network network = Network.compile(model, splits.train().shape(), implementation.open(), 16);
        Trainer trainer = new Trainer(
                network,
                model.training(),
                splits.train(),
                Optional.of(splits.validation()),
                Augmenter.of(List.of(), splits, 3));
        List<Double> losses = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                losses.add(step.loss());
            }

            @Override
            public void onEpoch(EpochResult epoch) {
                losses.add(epoch.validation().orElseThrow().loss());
                assertTrue(epoch.validation().orElseThrow().accuracy().isEmpty(), "numbers have no accuracy");
            }
        });
        trainer.run();
        return losses;
    }
}
