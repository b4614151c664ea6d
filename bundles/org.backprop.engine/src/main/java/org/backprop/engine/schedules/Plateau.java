package org.backprop.engine.schedules;

import java.util.Map;

import org.backprop.model.Metric;
import org.backprop.model.PlateauSchedule;
import org.backprop.model.ThresholdMode;

/** Lowers a learning rate when a metric no longer gets better, as {@code torch.optim.lr_scheduler.ReduceLROnPlateau}. */
final class Plateau {

    private static final String RATE = "plateau.rate";
    private static final String BEST = "plateau.best";
    private static final String BAD_EPOCHS = "plateau.bad_epochs";
    private static final String COOLDOWN = "plateau.cooldown";

    private final PlateauSchedule spec;
    private final Metric metric;
    private double rate;
    private double best;
    private int badEpochs;
    private int cooldown;

    Plateau(PlateauSchedule spec, double base) {
        this.spec = spec;
        metric = Metric.of(spec.metric());
        rate = base;
        best = metric.moreIsBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    Metric metric() {
        return metric;
    }

    double rate() {
        return rate;
    }

    void scale(double factor) {
        rate *= factor;
    }

    void endEpoch(double value) {
        if (isBetter(value)) {
            best = value;
            badEpochs = 0;
        } else {
            badEpochs++;
        }
        if (cooldown > 0) {
            cooldown--;
            badEpochs = 0;
        }
        if (badEpochs > spec.patience()) {
            double lower = Math.max(rate * spec.factor(), spec.minLr());
            rate = rate - lower > spec.eps() ? lower : rate;
            cooldown = spec.cooldown();
            badEpochs = 0;
        }
    }

    private boolean isBetter(double value) {
        boolean relative = spec.thresholdMode() == ThresholdMode.REL;
        double threshold = spec.threshold();
        if (metric.moreIsBetter()) {
            return value > (relative ? best * (1 + threshold) : best + threshold);
        }
        return value < (relative ? best * (1 - threshold) : best - threshold);
    }

    Map<String, Double> state() {
        return Map.of(RATE, rate, BEST, best, BAD_EPOCHS, (double) badEpochs, COOLDOWN, (double) cooldown);
    }

    void restore(Map<String, Double> state) {
        rate = state.getOrDefault(RATE, rate);
        best = state.getOrDefault(BEST, best);
        badEpochs = state.getOrDefault(BAD_EPOCHS, (double) badEpochs).intValue();
        cooldown = state.getOrDefault(COOLDOWN, (double) cooldown).intValue();
    }
}
