package org.backprop.engine.pruning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.FilterNorm;
import org.backprop.model.MagnitudePruning;
import org.backprop.model.ModelReader;
import org.backprop.model.NeuronInputWeights;
import org.backprop.model.PruningSpec;
import org.backprop.model.RandomPruning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrunerTest {

    private static final String SETTINGS = "loss: cross_entropy, optimizer: adam, batch_size: 16, epochs: 2";
    private static final PruningSpec MAGNITUDE = new MagnitudePruning();

    private static Trainer trained(String pruning) {
        Trainer trainer = trainer(pruning);
        trainer.run();
        return trainer;
    }

    private static Trainer trainer(String pruning) {
        return PruningFixture.trainer(
                PruningFixture.model(SETTINGS + pruning),
                Implementation.all().getLast().open());
    }

    /** All that a training consists of. */
    private static List<float[]> everything(Trainer trainer) {
        List<float[]> all = new ArrayList<>();
        all.add(PruningFixture.values(trainer.state().parameters().stream()));
        all.add(PruningFixture.values(trainer.state().optimizer().stream().filter(tensor -> !Masks.isPart(tensor))));
        all.add(trainer.network().gradientVector().orElseThrow().toArray());
        all.add(trainer.pruner().masks().values());
        return all;
    }

    private static void assertSame(List<float[]> expected, List<float[]> actual) {
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), actual.get(i), "part " + i);
        }
    }

    static List<PruningSpec> criteria() {
        return Catalogue.keys(Family.PRUNING).stream()
                .filter(key -> !key.equals("filter_norm"))
                .map(key -> PruningFixture.model(
                                "loss: mse, epochs: 2, pruning: {sparsity: 0.5, criterion: " + key + "}")
                        .training()
                        .pruning()
                        .orElseThrow()
                        .criterion())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void aWhatIfTellsWhatApplyDoesAndLeavesEverythingAsItWas(PruningSpec criterion) throws PruneException {
        Trainer trainer = trained("");
        Pruner pruner = trainer.pruner();
        List<float[]> before = everything(trainer);
        PruneRequest request = PruneRequest.toSparsity(criterion, 0.4);
        PruneResult expected = pruner.whatIf(request);
        assertSame(before, everything(trainer));
        assertFalse(pruner.masks().exist());
        double loss = trainer.validate().orElseThrow().loss();
        assertEquals(loss, expected.before().orElseThrow().loss(), 1e-6);
        PruneResult done = pruner.apply(request);
        assertEquals(expected.layers(), done.layers());
        assertTrue(done.removed() > 0);
        assertNotEquals(loss, expected.after().orElseThrow().loss());
        assertEquals(
                trainer.validate().orElseThrow().loss(),
                expected.after().orElseThrow().loss(),
                1e-6);
        assertEquals(30, expected.after().orElseThrow().samples());
        assertEquals(
                done.layers().stream().mapToInt(PrunedLayer::kept).sum(),
                pruner.state().kept());
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void undoRestoresWeightsMasksAndOptimizerBitForBit(PruningSpec criterion) throws PruneException {
        Trainer trainer = trained("");
        Pruner pruner = trainer.pruner();
        List<float[]> before = everything(trainer);
        pruner.apply(PruneRequest.toSparsity(criterion, 0.4));
        assertFalse(Arrays.equals(before.getFirst(), everything(trainer).getFirst()));
        assertTrue(pruner.undo());
        assertSame(before, everything(trainer));
        assertFalse(pruner.masks().exist());
        assertFalse(pruner.undo());
    }

    @Test
    void undoGoesBackToJustBeforeTheLastApply() throws PruneException {
        Trainer trainer = trained("");
        Pruner pruner = trainer.pruner();
        pruner.apply(PruneRequest.toSparsity(MAGNITUDE, 0.3));
        List<float[]> before = everything(trainer);
        pruner.apply(PruneRequest.toSparsity(new RandomPruning(), 0.6));
        assertTrue(pruner.undo());
        assertSame(before, everything(trainer));
        assertEquals(0.3, pruner.state().sparsity(), 0.02);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| 1 | | pruning to 100 % would leave no weights",
                "| -0.1 | | the sparsity must be at least 0",
                "| NaN | | the sparsity must be at least 0",
                "| | 1000 | the threshold 1000 is above every saliency, the greatest is",
                "| | NaN | the threshold must be a number",
                "| | | give either a sparsity or a threshold",
                "| 0.5 | 0.1 | give either a sparsity or a threshold",
                "score | 0.5 | | there is no layer 'score': did you mean 'scores'?",
                "drop | 0.5 | | the layer 'drop' has no weights to prune",
                "hidden | 0.5 | | the model excludes the layer 'hidden' from pruning",
            })
    void aRequestThatCannotBeMetIsRefusedAndNothingChanges(
            String layer, Double sparsity, Double threshold, String message) {
        Trainer trainer = PruningFixture.trainer(
                ModelReader.read("test.nn.yaml", """
                                backprop: 1
                                data: {csv: unused.csv}
                                network:
                                  input: [6]
                                  layers:
                                    - dense: {name: hidden, units: 5}
                                    - dropout: {name: drop}
                                    - dense: {name: scores, units: 3}
                                training:
                                  {loss: cross_entropy, pruning: {sparsity: 0.5, exclude: hidden}}
                                """).model().orElseThrow(),
                Implementation.all().getLast().open());
        List<float[]> before = everything(trainer);
        PruneRequest request =
                new PruneRequest(MAGNITUDE, Optional.ofNullable(layer), optional(sparsity), optional(threshold));
        for (boolean asking : new boolean[] {true, false}) {
            PruneException refusal = assertThrows(PruneException.class, () -> {
                if (asking) {
                    trainer.pruner().whatIf(request);
                } else {
                    trainer.pruner().apply(request);
                }
            });
            assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
        }
        assertSame(before, everything(trainer));
        assertFalse(trainer.pruner().masks().exist());
        assertFalse(trainer.pruner().undo());
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Test
    void aCriterionForLayersThatTheNetworkDoesNotHaveIsRefused() {
        Pruner pruner = trainer("").pruner();
        PruneException refusal =
                assertThrows(PruneException.class, () -> pruner.apply(PruneRequest.toSparsity(new FilterNorm(1), 0.5)));
        assertTrue(refusal.getMessage().contains("filter_norm prunes convolutions"), refusal.getMessage());
    }

    @Test
    void theThresholdOfAResultAsksForTheSameWeights() throws PruneException {
        Trainer trainer = trained("");
        PruneResult bySparsity = trainer.pruner().whatIf(PruneRequest.toSparsity(MAGNITUDE, 0.4));
        double threshold = bySparsity.threshold().orElseThrow();
        PruneResult byThreshold = trainer.pruner().whatIf(PruneRequest.below(MAGNITUDE, threshold));
        assertEquals(bySparsity.layers(), byThreshold.layers());
        assertEquals(18, byThreshold.removed());
    }

    @Test
    void inTheScopeOfLayersEachLosesItsShareInAllTheLeastLoseMost() throws PruneException {
        Trainer layers = trained(", pruning: {sparsity: 0.4, scope: layer, schedule: {one_shot: 1}}");
        layers.pruner().state().layers().forEach(layer -> assertEquals(0.4, layer.sparsity(), 0.04, layer.name()));
        assertEquals(OptionalDouble.empty(), layers.pruner().state().threshold());
        Trainer global = trained("");
        float[] magnitudes = PruningFixture.weights(global);
        PruneResult result = global.pruner().apply(PruneRequest.toSparsity(MAGNITUDE, 0.4));
        double threshold = result.threshold().orElseThrow();
        for (NamedTensor tensor : global.network().state()) {
            for (float value : tensor.values()) {
                assertTrue(!tensor.name().endsWith("weight") || value == 0 || Math.abs(value) >= threshold);
            }
        }
        assertEquals(18, global.pruner().state().removed() + result.removed());
        assertEquals(magnitudes.length, global.pruner().masks().values().length);
    }

    @Test
    void oneLayerCanBePrunedAlone() throws PruneException {
        Pruner pruner = trained("").pruner();
        PruneResult result = pruner.apply(
                new PruneRequest(MAGNITUDE, Optional.of("scores"), OptionalDouble.of(0.8), OptionalDouble.empty()));
        assertEquals(
                List.of(0.0, 0.8),
                result.layers().stream().map(PrunedLayer::sparsity).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"magnitude", "neuron_input_weights"})
    void theMostSalientOfEachLayerStays(String criterion) throws PruneException {
        Pruner pruner = trained("").pruner();
        PruningSpec spec = criterion.equals("magnitude") ? MAGNITUDE : new NeuronInputWeights(1);
        pruner.apply(PruneRequest.toSparsity(spec, 0.9999));
        pruner.state().layers().forEach(layer -> assertTrue(layer.kept() > 0, layer.name()));
    }

    @Test
    void groupsKeepTheirNumberOfWeightsAndBlocksGoAsAWhole() {
        Trainer groups = trained(", pruning: {pattern: {n_of_m: {n: 1, m: 3}}, schedule: {one_shot: 1}}");
        float[] mask = groups.pruner().masks().of(groups.network().parameters().getFirst());
        for (int i = 0; i < mask.length; i += 3) {
            assertEquals(1, mask[i] + mask[i + 1] + mask[i + 2]);
        }
        Trainer blocks = trained(
                ", pruning: {sparsity: 0.5, pattern: {blocks: {rows: 2, columns: 3}}, schedule: {one_shot: 1}}");
        mask = blocks.pruner().masks().of(blocks.network().parameters().getFirst());
        int removed = 0;
        for (int i = 0; i < mask.length; i++) {
            int corner = i / 12 * 12 + i % 6 / 3 * 3;
            assertEquals(mask[corner], mask[i]);
            removed += mask[i] == 0 ? 1 : 0;
        }
        assertTrue(removed > 0 && removed < 30);
    }

    @Test
    void unitsGoWithTheirBiasesAndThoseOfTheLastLayerStay() throws PruneException {
        Trainer trainer = trained("");
        PruneResult result = trainer.pruner().apply(PruneRequest.toSparsity(new NeuronInputWeights(1), 0.4));
        assertEquals(
                List.of(0.4, 0.0),
                result.layers().stream().map(PrunedLayer::sparsity).toList());
        float[] weights = trainer.network().state().get(0).values();
        float[] biases = trainer.network().state().get(1).values();
        int gone = 0;
        for (int unit = 0; unit < 5; unit++) {
            float[] row = Arrays.copyOfRange(weights, unit * 6, unit * 6 + 6);
            boolean zero = Arrays.equals(row, new float[6]);
            assertEquals(zero, biases[unit] == 0);
            gone += zero ? 1 : 0;
        }
        assertEquals(2, gone);
    }

    @Test
    void regrowthExchangesWeightsAtTheSameSparsity() {
        Trainer trainer = trainer(", pruning: {sparsity: 0.6, regrowth: 0.3,"
                + " schedule: {linear: {begin: 1, every: 1, end: 5, initial_sparsity: 0.6, by: step}}}");
        List<PruneResult> results = new ArrayList<>();
        trainer.pruner().addListener(results::add);
        trainer.run();
        assertEquals(5, results.size());
        results.forEach(result -> assertEquals(0.6, result.sparsity(), 1e-6));
        assertEquals(27, results.get(0).removed() - results.get(0).regrown());
        assertTrue(results.get(1).regrown() > 0);
        assertEquals(results.get(1).removed(), results.get(1).regrown());
        assertEquals(0, results.get(4).regrown());
    }

    @Test
    void rewindingPutsTheWeightsThatStayBackToTheirInitialValues() {
        Trainer trainer =
                trainer(", pruning: {sparsity: 0.5, schedule: {iterative: {fraction: 0.5, rewind: 0, every: 1}}}");
        float[] initial = PruningFixture.weights(trainer);
        List<float[]> masks = new ArrayList<>();
        trainer.pruner()
                .addListener(result -> masks.add(trainer.pruner().masks().values()));
        List<float[]> after = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                if (masks.size() == 1 && after.isEmpty()) {
                    after.add(PruningFixture.weights(trainer));
                }
            }
        });
        trainer.run();
        for (int i = 0; i < initial.length; i++) {
            float expected = masks.getFirst()[i] == 0 ? 0 : initial[i];
            assertEquals(expected, after.getFirst()[i], 0.005, "one step of Adam with rate 0.001 away");
        }
    }

    @Test
    void aTrainingWhosePruningIsRefusedEndsAndSaysWhy() {
        Trainer trainer = trained(", pruning: {threshold: 50, schedule: {one_shot: 1}}");
        assertEquals(1, trainer.completedEpochs());
        assertTrue(trainer.stopReason().orElseThrow().contains("pruning was refused: the threshold 50.00 is above"));
    }

    @Test
    void theSparsityInTheEndCanBeChangedInFlight() {
        Trainer trainer = trainer(", pruning: {sparsity: 0.9, schedule: {one_shot: 1}}");
        trainer.pruning().orElseThrow().sparsity(0.4);
        trainer.run();
        assertEquals(0.4, trainer.pruner().state().sparsity(), 1e-6);
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer.pruning().orElseThrow().sparsity(1));
    }
}
