package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code training.pruning} section and its schedules. */
class PruningTest {

    private static final String NETWORK = """
            - dense: {name: hidden1, units: 20}
            - dropout: {name: drop, rate: 0.2}
            - dense: {name: scores, units: 10}
            """;

    private static String text(String pruning) {
        return Texts.layers("- flatten\n" + NETWORK)
                .replaceAll(
                        "(?m)^training:.*$", "training: {loss: cross_entropy, epochs: 10, pruning: " + pruning + "}");
    }

    private static PruningSection pruning(String settings) {
        return Texts.model(text(settings)).training().pruning().orElseThrow();
    }

    @Test
    void bindsEveryKey() {
        PruningSection section = pruning(
                "{criterion: {taylor: 99}, sparsity: 0.8, scope: layer, exclude: [scores],"
                        + " schedule: {cubic: {begin: 2, end: 7.5, every: 10, by: step}}, pattern: {blocks: {rows: 2}}, regrowth: 0.1}");
        assertEquals(
                new PruningSection(
                        new TaylorPruning(99),
                        Optional.of(0.8),
                        Optional.empty(),
                        PruningScope.LAYER,
                        List.of("scores"),
                        new CubicPruning(2, Optional.of(7.5), Optional.empty(), 10, 0, Counting.STEP),
                        Optional.of(new BlockPattern(2, 4)),
                        0.1),
                section);
    }

    @Test
    void takesMagnitudesOfAllLayersAtHalfTheTrainingByDefault() {
        PruningSection section = pruning("{sparsity: 0.5}");
        assertEquals(new MagnitudePruning(), section.criterion());
        assertEquals(PruningScope.GLOBAL, section.scope());
        assertEquals(new OneShotPruning(Optional.empty(), Counting.EPOCH), section.schedule());
        assertEquals(List.of(50L), times(section.schedule(), 10, 100, 0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{sparsity: 0.5}",
                "{criterion: optimal_brain_damage, threshold: 0.001, schedule: iterative}",
                "{criterion: {optimal_brain_surgeon: {damping: 0.1}}, sparsity: 0.5, exclude: [hidden*]}",
                "{criterion: {neuron_activation: active}, sparsity: 0.3, schedule: {linear: {recovery: 2}}}",
                "{pattern: {n_of_m: {n: 1, m: 4}}, schedule: {one_shot: 3}}",
                "{criterion: random, sparsity: 0.9, schedule: {iterative: {fraction: 0.5, rewind: 0}}}",
            })
    void theResolvedConfigurationReadsAsTheSame(String settings) {
        Model model = Texts.model(text(settings));
        Model again = ModelReader.read("other.nn.yaml", ModelWriterTest.json(ModelWriter.resolved(model)))
                .model()
                .orElseThrow();
        assertEquals(model.training(), again.training());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{sparsity: ‹1›} | OUT_OF_RANGE | sparsity must be greater than 0 and less than 1, is 1",
                "{sparsity: ‹-0.1›} | OUT_OF_RANGE | sparsity must be greater than 0",
                "{sparsity: 0.5, threshold: ‹0.1›} | INCONSISTENT | threshold contradicts sparsity",
                "{threshold: ‹0›} | OUT_OF_RANGE | threshold must be greater than 0",
                "{sparsity: 0.5, exclude: [‹score›]} | UNKNOWN_NAME | there is no layer \"score\": did you mean scores?",
                "{sparsity: 0.5, exclude: [‹drop›]} | INCONSISTENT | \"drop\" has no weights to prune",
                "{sparsity: 0.5, exclude: ‹[hidden1, scores]›} | INCONSISTENT | no layer with weights to prune: exclude fewer",
                "{sparsity: 0.5, criterion: ‹magnitud›} | UNKNOWN_TYPE | did you mean magnitude?",
                "{sparsity: 0.5, criterion: ‹filter_norm›} | INCONSISTENT | filter_norm needs a convolution before the last layer",
                "{sparsity: 0.5, criterion: ‹neuron_input_weights›, exclude: [hidden1]} | INCONSISTENT | needs a dense layer before the last layer",
                "{sparsity: 0.5, criterion: ‹optimal_brain_surgeon›} | INCONSISTENT | at most 2,000 weights of a layer, 'hidden1' has 15,680",
                "{pattern: n_of_m, sparsity: ‹0.5›} | INCONSISTENT | sparsity follows from pattern: n_of_m",
                "{pattern: {n_of_m: {n: ‹4›}}} | INCONSISTENT | n must be less than m, which is 4, is 4",
                "{pattern: n_of_m, regrowth: ‹0.1›} | INCONSISTENT | regrowth needs a sparsity",
                "{criterion: neuron_activation, sparsity: 0.5, pattern: ‹blocks›} | INCONSISTENT | removes whole units",
                "{sparsity: 0.5, schedule: {linear: {end: 5, recovery: ‹2›}}} | INCONSISTENT | recovery contradicts end",
                "{sparsity: 0.5, schedule: {cubic: {begin: 5, end: ‹4›}}} | INCONSISTENT | end must not be before begin",
                "{sparsity: 0.5, schedule: ‹{cubic: {initial_sparsity: 0.6}}›} | INCONSISTENT | begins with initial_sparsity 0.6",
                "{sparsity: 0.5, schedule: {iterative: {every: 1, rewind: ‹2›}}} | INCONSISTENT | must not be after the first round",
                "‹{sparsity: 0.5, schedule: {one_shot: 10}}› | INCONSISTENT | after epoch 10, but the training has 10",
            })
    void pointsToWhatIsWrong(String settings, Code code, String message) {
        Expect.problem(code, text(settings), message);
    }

    @Test
    void readsACriterionAlone() {
        List<Problem> problems = new ArrayList<>();
        for (String key : Catalogue.keys(Family.PRUNING)) {
            assertEquals(
                    Optional.of(key),
                    ModelReader.readSpec(Family.PRUNING, key, problems::add)
                            .map(spec -> Catalogue.describe(spec.getClass()).key()));
        }
        assertEquals(
                Optional.of(new TaylorPruning(9)),
                ModelReader.readSpec(Family.PRUNING, "{taylor: {samples: 9}}", problems::add));
        assertEquals(List.of(), problems);
        for (String wrong : List.of("", "tailor", "{taylor: {samples: 0}}", "[taylor", "7")) {
            problems.clear();
            assertEquals(Optional.empty(), ModelReader.readSpec(Family.PRUNING, wrong, problems::add), wrong);
            assertFalse(problems.isEmpty(), wrong);
        }
    }

    @Test
    void aSectionWithoutAnAmountIsRefused() {
        Expect.problem(
                Code.INCONSISTENT,
                text("{criterion: magnitude}").replace("pruning:", "‹pruning›:"),
                "sparsity is missing");
    }

    /** All times at which something is removed. */
    private static List<Long> times(PruningScheduleSpec schedule, long perEpoch, long planned, double target) {
        List<Long> times = new ArrayList<>();
        for (long updates = 0; updates < planned; updates++) {
            if (schedule.next(updates, perEpoch, planned, target) == updates) {
                times.add(updates);
            }
        }
        return times;
    }

    private static List<Double> sparsities(PruningScheduleSpec schedule, long perEpoch, long planned, double target) {
        return times(schedule, perEpoch, planned, target).stream()
                .map(time -> Math.round(1e4 * schedule.sparsity(time, perEpoch, planned, target)) / 1e4)
                .toList();
    }

    @Test
    void iterativePruningRemovesAFractionOfWhatIsLeftInEachRound() {
        PruningScheduleSpec schedule = pruning("{sparsity: 0.8, schedule: {iterative: {fraction: 0.5, every: 2}}}")
                .schedule();
        assertEquals(List.of(20L, 40L, 60L), times(schedule, 10, 100, 0.8));
        assertEquals(List.of(0.5, 0.75, 0.8), sparsities(schedule, 10, 100, 0.8));
        assertEquals(List.of(20L, 40L), times(schedule, 10, 50, 0.8));
        assertEquals(List.of(20L, 40L, 60L, 80L), times(schedule, 10, 100, 1));
    }

    @Test
    void gradualPruningEndsExactlyAtTheSparsityAndAtItsEnd() {
        PruningScheduleSpec linear = pruning(
                        "{sparsity: 0.9, schedule: {linear: {begin: 1, end: 3.5, initial_sparsity: 0.3}}}")
                .schedule();
        assertEquals(List.of(10L, 20L, 30L, 35L), times(linear, 10, 100, 0.9));
        assertEquals(List.of(0.3, 0.54, 0.78, 0.9), sparsities(linear, 10, 100, 0.9));
        PruningScheduleSpec cubic = pruning(
                        "{sparsity: 0.8, schedule: {cubic: {begin: 0, recovery: 60, every: 20, by: step}}}")
                .schedule();
        assertEquals(List.of(0L, 20L, 40L), times(cubic, 10, 100, 0.8));
        assertEquals(List.of(0.0, 0.7, 0.8), sparsities(cubic, 10, 100, 0.8));
    }

    static List<PruningScheduleSpec> schedules() {
        return Catalogue.keys(Family.PRUNING_SCHEDULE).stream()
                .map(key -> pruning("{sparsity: 0.7, schedule: " + key + "}").schedule())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyScheduleRemovesMoreAndMoreWithinTheTraining(PruningScheduleSpec schedule) {
        List<Double> sparsities = sparsities(schedule, 7, 70, 0.7);
        assertEquals(0.7, sparsities.getLast());
        assertEquals(sparsities.stream().sorted().toList(), sparsities);
        assertEquals(
                times(schedule, 7, 70, 0.7).getLast(),
                schedule.next(times(schedule, 7, 70, 0.7).getLast(), 7, 70, 0.7));
        assertEquals(PruningScheduleSpec.NEVER, schedule.next(69, 7, 70, 0.7));
    }
}
