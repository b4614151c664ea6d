package org.backprop.model;

import static java.lang.Math.PI;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.max;
import static java.lang.Math.min;
import static java.lang.Math.pow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schedule against its closed form, written down here once more. */
class ScheduleTest {

    private static final double BASE = 0.2;
    private static final int STEPS_PER_EPOCH = 7;
    private static final int EPOCHS = 12;
    private static final int PLANNED = STEPS_PER_EPOCH * EPOCHS;

    /** The rate as a function of the update, from 0. */
    private interface Law {
        double rate(int step);
    }

    /** A schedule as in a model file, and its closed form. */
    record Case(String schedule, Law law) {
        @Override
        public String toString() {
            return schedule;
        }
    }

    /** A closed form that counts epochs. */
    private static Case epochs(String schedule, Law law) {
        return new Case(schedule, step -> law.rate(step / STEPS_PER_EPOCH));
    }

    static Stream<Case> cases() {
        return Stream.of(
                epochs("constant", t -> BASE),
                epochs("{constant: {factor: 0.5, total_iters: 3}}", t -> t < 3 ? BASE / 2 : BASE),
                epochs("{step: 4}", t -> BASE * pow(0.1, t / 4)),
                new Case("{step: {step_size: 10, gamma: 0.5, by: step}}", t -> BASE / pow(2, t / 10)),
                epochs("{multi_step: {milestones: [3, 5], gamma: 0.3}}", t -> t < 3 ? BASE : BASE * (t < 5 ? .3 : .09)),
                epochs("linear", t -> BASE * (t >= 5 ? 1 : 1 / 3. + 2 / 3. * t / 5)),
                epochs(
                        "{linear: {start_factor: 1, end_factor: 0.1, total_iters: all}}",
                        t -> BASE * (1 - 0.9 * t / EPOCHS)),
                epochs("{polynomial: {total_iters: 8, power: 2}}", t -> BASE * pow(max(0, 1 - t / 8.), 2)),
                new Case("{polynomial: {total_iters: all, by: step}}", t -> BASE * (1 - t / (double) PLANNED)),
                epochs("{exponential: 0.9}", t -> BASE * pow(0.9, t)),
                epochs("{exponential: {beta: 0.25}}", t -> BASE * exp(-0.25 * t)),
                new Case("{inverse_time: {beta: 0.5, by: step}}", t -> BASE / (1 + 0.5 * t)),
                epochs("cosine", t -> BASE * (1 + cos(PI * t / EPOCHS)) / 2),
                epochs("{cosine: {t_max: 5, eta_min: 0.05}}", t -> 0.05 + 0.15 * (1 + cos(PI * t / 5)) / 2),
                epochs("linear_cosine", t -> {
                    double left = 1 - t / 12.;
                    return BASE * (left * 0.5 * (1 + cos(PI * (1 - left))) + 0.001);
                }),
                epochs("{cosine_restarts: 5}", t -> BASE * (1 + cos(PI * (t % 5) / 5)) / 2),
                epochs("{cosine_restarts: {t0: 2, t_mult: 2}}", t -> {
                    int since = t < 2 ? t : t < 6 ? t - 2 : t - 6;
                    int length = t < 2 ? 2 : t < 6 ? 4 : 8;
                    return BASE * (1 + cos(PI * since / length)) / 2;
                }),
                new Case("{cyclic: {max_lr: 0.6, step_size_up: 4, step_size_down: 6}}", t -> {
                    int since = t % 10;
                    return BASE + 0.4 * (since < 4 ? since / 4. : (10 - since) / 6.);
                }),
                new Case("{cyclic: {max_lr: 0.6, step_size_up: 5, mode: triangular2}}", t -> {
                    int since = t % 10;
                    return BASE + 0.4 * (since < 5 ? since : 10 - since) / 5 / (1L << t / 10);
                }),
                new Case("{cyclic: {max_lr: 0.6, step_size_up: 5, mode: exp_range, gamma: 0.99}}", t -> {
                    int since = t % 10;
                    return BASE + 0.4 * (since < 5 ? since : 10 - since) / 5 * pow(0.99, t);
                }),
                new Case("{one_cycle: {pct_start: 0.25, anneal_strategy: linear}}", t -> {
                    double top = PLANNED / 4. - 1;
                    double end = BASE / 25 / 1e4;
                    return t <= top
                            ? BASE / 25 + (BASE - BASE / 25) * t / top
                            : BASE + (end - BASE) * (t - top) / (PLANNED - 1 - top);
                }),
                epochs(
                        "{swa_lr: {swa_lr: 0.1, anneal_epochs: 4, anneal_strategy: linear}}",
                        t -> 0.2 - 0.1 * min(1, t / 4.)),
                epochs("{swa_lr: {anneal_epochs: 0}}", t -> 0.05),
                epochs("on_plateau", t -> BASE),
                epochs("{piecewise: {milestones: [2, 6], factors: [1, 2, 0.5]}}", t -> t < 2 ? .2 : t < 6 ? .4 : .1),
                epochs(
                        "{sequence: {schedules: [{constant: {factor: 0.5}}, {cosine: {}}], milestones: [4]}}",
                        t -> t < 4 ? BASE / 2 : BASE * (1 + cos(PI * (t - 4) / 8)) / 2),
                new Case(
                        "{sequence: {schedules: [{linear: {by: step, total_iters: 10}}, {exponential: {gamma: 0.9}}],"
                                + " milestones: [10], by: step}}",
                        t -> t < 10 ? BASE * (1 / 3. + t / 15.) : BASE * pow(0.9, (t - 10) / 7)),
                new Case("{constant: {warmup: 10, by: step}}", t -> BASE * min(1, (t + 1) / 11.)),
                new Case(
                        "{cosine: {warmup: 2}}",
                        t -> t < 14 ? BASE * (t + 1) / 15 : BASE * (1 + cos(PI * ((t - 14) / 7) / 10.)) / 2));
    }

    private static ScheduleSpec schedule(String text) {
        return Texts.model(Texts.training("{loss: cross_entropy, schedule: " + text + "}"))
                .training()
                .schedule()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void followsItsClosedForm(Case example) {
        ScheduleSpec schedule = schedule(example.schedule());
        for (int step = 0; step < PLANNED; step++) {
            double expected = example.law().rate(step);
            assertEquals(
                    expected, schedule.rate(step, STEPS_PER_EPOCH, PLANNED, BASE), 1e-12, "rate of update " + step);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesAUsableRateBeyondThePlanAndInTheShortestTraining(Case example) {
        ScheduleSpec schedule = schedule(example.schedule());
        for (int step = 0; step < 3 * PLANNED; step++) {
            double rate = schedule.rate(step, STEPS_PER_EPOCH, PLANNED, BASE);
            assertTrue(rate >= 0 && rate <= 1, "rate " + rate + " of update " + step);
        }
        double only = schedule.rate(0, 1, 1, BASE);
        assertTrue(only >= 0 && only <= 1, "rate " + only);
    }

    @Test
    void everyScheduleIsTested() {
        String all = cases().map(Case::schedule).collect(Collectors.joining(" "));
        for (String key : Catalogue.keys(Family.SCHEDULE)) {
            assertTrue(all.matches(".*\\b" + key + "\\b.*"), key);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theResolvedConfigurationReadsAsTheSameSchedule(Case example) {
        Model model = Texts.model(Texts.training("{loss: cross_entropy, schedule: " + example.schedule() + "}"));
        Map<String, Object> resolved = ModelWriter.resolved(model);
        Model again = ModelReader.read("other.nn.yaml", ModelWriterTest.json(resolved))
                .model()
                .orElseThrow();
        assertEquals(model.training(), again.training());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "‹cosin› | UNKNOWN_TYPE | unknown schedule \"cosin\": did you mean cosine?",
                "{step: {step_size: 3, ‹gama›: 1}} | UNKNOWN_KEY | in step: did you mean gamma?",
                "{step: {step_size: 3, by: ‹batch›}} | UNKNOWN_TYPE | unknown by \"batch\": known are step, epoch",
                "{step: {step_size: ‹0›}} | OUT_OF_RANGE | step_size must be at least 1",
                "{step: {step_size: 3, warmup: ‹-1›}} | OUT_OF_RANGE | warmup must be at least 0",
                "{multi_step: {milestones: ‹3›}} | WRONG_TYPE | milestones must be a list of whole numbers, such as [30, 60]",
                "{multi_step: {milestones: [3, ‹x›]}} | WRONG_TYPE | milestones must be a list of whole numbers",
                "{multi_step: {milestones: [3, ‹0›]}} | OUT_OF_RANGE | milestones must be at least 1",
                "{multi_step: {milestones: ‹[5, 3]›}} | INCONSISTENT | milestones must ascend, but 3 comes after 5",
                "{piecewise: {milestones: [5], factors: ‹[1]›}} | INCONSISTENT | factors must be 2, one before each",
                "{piecewise: {milestones: [5], factors: [1, ‹low›]}} | WRONG_TYPE | factors must be a list of numbers",
                "{exponential: {gamma: 0.9, beta: ‹1›}} | INCONSISTENT | beta or gamma must be given, and only one",
                "{on_plateau: ‹loss/validaton›} | INCONSISTENT | did you mean loss/validation?",
                "{sequence: {schedules: [cosine, {‹step›: {}}], milestones: [3]}} | MISSING | step needs the key step_size",
                "{sequence: {schedules: ‹[cosine, on_plateau]›, milestones: [3]}} | INCONSISTENT | cannot contain on_plateau",
                "{sequence: {schedules: ‹cosine›, milestones: [3]}} | INCONSISTENT | schedules must be 2",
            })
    void pointsToWhatIsWrong(String schedule, Code code, String message) {
        Expect.problem(code, Texts.training("{loss: cross_entropy, schedule: " + schedule + "}"), message);
    }
}
