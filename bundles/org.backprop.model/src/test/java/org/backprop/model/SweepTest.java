package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    private static final String GRID = """
            vary:
              training.optimizer: [sgd, {adam: {beta1: 0.8}}]
              training.batch_size: [32, full]
            """;

    private static SweepSection section(String text) {
        return Texts.model(text).sweep().orElseThrow();
    }

    @Test
    void hasWhatTheFileSays() {
        SweepSection sweep = section(Texts.SWEEP);
        assertEquals(new SuccessiveHalving(9, 3, 2, 5), sweep.search());
        assertEquals(List.of(1L, 2L), sweep.seeds());
        assertEquals(
                List.of("training.optimizer", "training.optimizer.learning_rate", "training.batch_size"),
                List.copyOf(sweep.vary().keySet()));
        assertEquals(
                List.of("sgd", "{sgd: {momentum: 0.9}}", "\"adam\""),
                sweep.vary().get("training.optimizer").values());
        assertEquals(
                Optional.of(new LogUniformRange(List.of(0.001, 0.1))),
                sweep.vary().get("training.optimizer.learning_rate").range());
        assertEquals("accuracy/validation", sweep.objective());
        assertEquals(Optional.of(new SweepTarget("loss/validation", 0.3)), sweep.target());
        assertEquals(2, sweep.parallel());
    }

    @Test
    void byDefaultTriesEveryCombinationOnceByItself() {
        SweepSection sweep = section(Texts.sweep(GRID));
        assertEquals(new GridSearch(), sweep.search());
        assertEquals(List.of(), sweep.seeds());
        assertEquals(1, sweep.parallel());
        assertEquals("loss/validation", sweep.objective());
        assertEquals(
                List.of("sgd 32", "sgd full", "{adam: {beta1: 0.8}} 32", "{adam: {beta1: 0.8}} full"),
                sweep.grid().stream()
                        .map(setting -> String.join(" ", setting.values()))
                        .toList());
    }

    @Test
    void everySettingOfAGridReadsAsAModelOfItsOwn() {
        String text = Texts.sweep(GRID);
        for (var setting : section(text).grid()) {
            Analysis trial = ModelReader.readTrial("test.nn.yaml", null, text, setting);
            assertEquals(List.of(), trial.problems());
            Model model = trial.model().orElseThrow();
            assertEquals(Optional.empty(), model.sweep());
            assertEquals(
                    setting.get("training.optimizer").equals("sgd"),
                    model.training().optimizer() instanceof Sgd);
        }
    }

    @Test
    void aModelWithoutASweepHasNone() {
        assertEquals(Optional.empty(), Texts.model(Texts.DIGITS).sweep());
    }

    @Test
    void aRangeGivesValuesFromItsLeastOneOn() {
        assertRange(new UniformRange(List.of(1.0, 3.0)), "1.0", "2.0");
        assertRange(new LogUniformRange(List.of(0.01, 1.0)), "0.01", "0.1");
        assertRange(new IntegerRange(List.of(1L, 4L)), "1", "3");
    }

    private static void assertRange(SearchRange range, String least, String middle) {
        assertEquals(least, range.at(0));
        assertEquals(middle, range.at(0.5));
        assertEquals(0.5, range.share(middle), 0.13);
    }

    @Test
    void aTypeThatIsSelectedMayBeLeftOutOfAPath() {
        Model model = Texts.read(
                        Texts.training("{loss: cross_entropy, optimizer: {sgd: {momentum: 0.9}}}"),
                        Map.of("training.optimizer.learning_rate", "0.5"))
                .model()
                .orElseThrow();
        assertEquals(0.5, model.training().optimizer().learningRate());
        assertEquals(0.9, ((Sgd) model.training().optimizer()).momentum());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vary:\n  ‹training.optimzer›: [sgd]",
                "vary:\n  training.optimizer: [sgd, ‹sgdd›]",
                "vary:\n  training.optimizer: [sgd, {adam: {beta1: ‹7›}}]",
                "vary:\n  training.batch_size: [32, ‹0›]",
                "vary:\n  training.epochs: ‹[]›",
                "vary:\n  training.epochs: ‹3›",
                "vary:\n  training.epochs: [3, 4, ‹3›]",
                "vary:\n  ‹training..epochs›: [3]",
                "vary:\n  ‹sweep.parallel›: [3]",
                "vary:\n  ‹name›: [a]",
                "vary:\n  training.optimizer: [adam]\n  training.optimizer.sgd.learning_rate: [‹0.1›]",
                "vary:\n  ‹network.layers.7.units›: [3]",
                "vary:\n  network.layers.dense_1.units: [10, ‹11›]",
                "vary:\n  training.epochs: {uniform: ‹[3]›}\nsearch: random",
                "vary:\n  training.optimizer.learning_rate: {log_uniform: [‹0›, 1]}\nsearch: random",
                "vary:\n  training.epochs: {‹unifrom›: [3, 4]}\nsearch: random",
                "vary: ‹{}›",
                "vary: ‹{training.epochs: {integer: [3, 4]}}›",
                "vary:\n  training.epochs: {integer: ‹[4, 3]›}\nsearch: random",
                "vary:\n  training.epochs: ‹{integer: [0, 3]}›\nsearch: random",
                "vary: ‹{training.seed: [1, 2]}›",
                "vary: {training.epochs: [1]}\nseeds: ‹[1, 1]›",
                "vary: {training.epochs: [1]}\nobjective: ‹accuracy/valid›",
                "vary: {training.epochs: [1]}\nsearch: ‹grids›",
                "vary: {training.epochs: [1]}\n‹paralel›: 2",
                "vary: {training.epochs: [1]}\nsearch: {random: ‹5000›}",
                "vary: {training.epochs: [1]}\nsearch: ‹{random: 600}›\nseeds: [1, 2]",
                "vary: {training.epochs: [1]}\ntarget: {value: 1, metric: ‹loss›}"
            })
    void aProblemIsWhereItsCauseStands(String section) {
        assertEquals(1, Expect.problems(Texts.sweep(section)).size());
    }

    @Test
    void aGridWithTooManyTrialsIsRefusedWithTheNumber() {
        String values =
                IntStream.rangeClosed(1, 40).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        String vary = "{training.epochs: " + values + ", training.batch_size: " + values + "}";
        Expect.problem(Code.INCONSISTENT, Texts.sweep("vary: ‹" + vary + "›"), "more than 1000 trials");
    }

    @Test
    void valuesThatAreRefusedOnlyTogetherAreNamedTogether() {
        String text = Texts.sweep(
                        "vary:\n  training.snapshot_ensemble: [{most: 2}]\n  training.schedule: [cosine_restarts: {t0: 3}, ‹cosine›]")
                .replace("optimizer: sgd}", "schedule: {cosine_restarts: {t0: 2}}}");
        Expect.problem(
                Code.INCONSISTENT, text, "with training.snapshot_ensemble", "schedule: cosine", "the model is refused");
    }

    @Test
    void aMetricOfTheValidationSetNeedsOne() {
        String text = Texts.sweep("vary: {training.epochs: [1]}\nobjective: ‹loss/validation›")
                .replace("{validation: 0.2}", "{train: 1}");
        Expect.problem(Code.INCONSISTENT, text, "validation set");
    }
}
