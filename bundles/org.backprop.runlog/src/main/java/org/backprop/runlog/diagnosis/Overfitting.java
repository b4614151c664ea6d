package org.backprop.runlog.diagnosis;

import static org.backprop.runlog.diagnosis.Observation.TRAINING_LOSS;
import static org.backprop.runlog.diagnosis.Observation.VALIDATION_LOSS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.series.Series;

/**
 * The validation loss has been above {@link #RISE} times its least value for {@link #EPOCHS} epochs, while the training loss
 * has gone on falling since then by {@link #FALL}. Where early stopping restores the best epoch, the result does not suffer
 * from it.
 */
final class Overfitting implements Rule {
    /** Validation loss relative to its least value. */
    static final double RISE = 1.1;
    /** Part of the training loss by which it has fallen since the least validation loss. */
    static final double FALL = 0.1;
    /** Epochs in a row. */
    static final int EPOCHS = 3;

    @Override
    public Fault fault() {
        return Fault.OVERFITTING;
    }

    @Override
    public String missing(Observation run) {
        if (restoresBest(run)) {
            return "early stopping restores the best epoch";
        }
        String missing = run.missing(TRAINING_LOSS, VALIDATION_LOSS);
        boolean few = missing.isEmpty() && run.series(VALIDATION_LOSS).size() <= EPOCHS;
        return few ? "fewer than " + (EPOCHS + 1) + " epochs so far" : missing;
    }

    private static boolean restoresBest(Observation run) {
        return run.setting("training", "stopping") instanceof List<?> rules
                && rules.stream()
                        .anyMatch(rule -> rule instanceof Map<?, ?> map
                                && map.get("early_stopping") instanceof Map<?, ?> settings
                                && Boolean.TRUE.equals(settings.get("restore_best")));
    }

    @Override
    public List<Finding> findings(Observation run) {
        Series validation = run.series(VALIDATION_LOSS);
        int best = least(validation);
        int last = validation.size() - 1;
        if (best < 0 || last - best < EPOCHS || validation.value(best) <= 0) {
            return List.of();
        }
        for (int i = last; i > last - EPOCHS; i--) {
            if (!(validation.value(i) > RISE * validation.value(best))) {
                return List.of();
            }
        }
        double then = training(run, best);
        double now = training(run, last);
        return now < then * (1 - FALL) ? List.of(finding(run, best, then, now)) : List.of();
    }

    private static int least(Series series) {
        int best = -1;
        for (int i = 0; i < series.size(); i++) {
            if (best < 0 || series.value(i) < series.value(best)) {
                best = Float.isNaN(series.value(i)) ? best : i;
            }
        }
        return best;
    }

    /** Mean training loss of the steps up to a point of the validation loss, from the point before it on. */
    private static double training(Observation run, int epoch) {
        Series validation = run.series(VALIDATION_LOSS);
        Series training = run.series(TRAINING_LOSS);
        int end = training.firstAtOrAfter(validation.step(epoch) + 1);
        int start = epoch == 0 ? 0 : Math.min(training.firstAtOrAfter(validation.step(epoch - 1) + 1), end - 1);
        double sum = 0;
        for (int i = Math.max(0, start); i < end; i++) {
            sum += training.mean(i);
        }
        return sum / (end - Math.max(0, start));
    }

    private Finding finding(Observation run, int best, double then, double now) {
        Series validation = run.series(VALIDATION_LOSS);
        float least = validation.value(best);
        return new Finding(
                fault(),
                Severity.WARNING,
                List.of(),
                validation.step(best),
                run.lastStep(),
                List.of(
                        Evidence.of(VALIDATION_LOSS, validation.lastValue(), RISE * least),
                        Evidence.of(TRAINING_LOSS, now)),
                String.format(
                        Locale.ROOT,
                        "The network overfits: since step %,d the validation loss has risen from %.4g to %.4g, while the training loss has fallen from %.4g to %.4g.",
                        validation.step(best),
                        least,
                        validation.lastValue(),
                        then,
                        now),
                remedy(run));
    }

    private static String remedy(Observation run) {
        boolean augmented = Optional.ofNullable(run.setting("data", "augmentation"))
                .filter(list -> list instanceof List<?> entries && !entries.isEmpty())
                .isPresent();
        return "Stop earlier (stopping: {early_stopping: {restore_best: true}}), add dropout or weight decay, "
                + (augmented ? "make the network smaller, or get more data." : "augment the data, or get more of it.");
    }
}
