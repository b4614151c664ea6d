package org.backprop.model.internal.read;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.LossSpec;
import org.backprop.model.MetricSpec;
import org.backprop.model.TopKMetric;
import org.backprop.model.TrainingSection;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.SequenceNode;

/** Checks that what is to be measured is defined for the loss and the outputs. */
final class MetricCheck {

    private final Problems problems;
    private final LossSpec loss;
    private final OptionalLong units;
    private final boolean severalTargets;

    /**
     * A check.
     *
     * @param units number of outputs, if known
     * @param severalTargets whether each output has a number of its own to predict
     */
    MetricCheck(Problems problems, LossSpec loss, OptionalLong units, boolean severalTargets) {
        this.problems = problems;
        this.loss = loss;
        this.units = units;
        this.severalTargets = severalTargets;
    }

    /** Checks the metrics of a section that stand behind this key. */
    void check(TrainingSection training, Entry entry) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < training.metrics().size(); i++) {
            MetricSpec metric = training.metrics().get(i);
            Location at = entry.value() instanceof SequenceNode list
                    ? list.items().get(i).location()
                    : entry.valueLocation();
            if (seen.add(metric.key())) {
                check(metric, at);
            } else {
                problems.error(at, Code.INCONSISTENT, metric.key() + " is measured already: remove one");
            }
        }
    }

    private void check(MetricSpec metric, Location at) {
        boolean single = units.orElse(2) == 1;
        String name = Catalogue.describe(((Record) loss).getClass()).key();
        if (metric.comparesClasses() && severalTargets) {
            problems.error(
                    at,
                    Code.INCONSISTENT,
                    metric.key() + " compares classes, but the data has several numbers to predict: remove it");
        } else if (metric.comparesClasses() && !loss.classifies() && single) {
            problems.error(
                    at,
                    Code.INCONSISTENT,
                    metric.key() + " compares classes, but " + name + " on one output compares numbers: use one of "
                            + keys(false));
        } else if (!metric.comparesClasses() && loss.classifies()) {
            problems.error(
                    at,
                    Code.INCONSISTENT,
                    metric.key() + " compares numbers, but " + name + " compares classes: use one of " + keys(true));
        } else if (metric instanceof TopKMetric top && units.isPresent() && top.k() > Math.max(2, units.getAsLong())) {
            problems.error(
                    at,
                    Code.INCONSISTENT,
                    "k is " + top.k() + ", but the last layer has " + units.getAsLong() + " units");
        }
    }

    private static String keys(boolean comparesClasses) {
        return comparesClasses ? "accuracy, top_k, precision, recall, f1, auc" : "mae, rmse, r2";
    }
}
