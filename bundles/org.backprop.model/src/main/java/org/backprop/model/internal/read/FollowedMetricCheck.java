package org.backprop.model.internal.read;

import java.util.Set;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.EarlyStopping;
import org.backprop.model.Family;
import org.backprop.model.PlateauSchedule;
import org.backprop.model.Split;
import org.backprop.model.TargetMetricStopping;
import org.backprop.model.TypeInfo;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Checks that there is a validation set where a schedule or a stopping rule follows a metric of it. */
final class FollowedMetricCheck {

    private static final String METRIC = "metric";
    private static final String VALIDATION = "/validation";
    private static final Set<Class<? extends Record>> FOLLOWERS =
            Set.of(PlateauSchedule.class, EarlyStopping.class, TargetMetricStopping.class);

    private final Problems problems;

    FollowedMetricCheck(Problems problems) {
        this.problems = problems;
    }

    /** Checks the values under {@code schedule} and {@code stopping}. */
    void check(MappingNode training, Split split) {
        if (split.validation() == 0) {
            training.entry("schedule").ifPresent(entry -> check(entry.value(), Family.SCHEDULE));
            training.entry("stopping").ifPresent(entry -> check(entry.value(), Family.STOPPING));
        }
    }

    private void check(YamlNode node, Family family) {
        switch (node) {
            case ScalarNode name ->
                Catalogue.type(family, name.text())
                        .filter(FollowedMetricCheck::follows)
                        .ifPresent(type -> checkName(byDefault(type), name.location()));
            case SequenceNode list -> list.items().forEach(item -> check(item, family));
            case MappingNode mapping ->
                mapping.entries()
                        .forEach(entry -> Catalogue.type(family, entry.name())
                                .filter(FollowedMetricCheck::follows)
                                .ifPresent(type -> check(entry, type)));
        }
    }

    private void check(Entry entry, TypeInfo type) {
        if (entry.value() instanceof MappingNode inside && inside.entry(METRIC).isPresent()) {
            check(inside.entry(METRIC).get());
        } else if (entry.value() instanceof ScalarNode && isMain(type)) {
            check(entry);
        } else {
            checkName(byDefault(type), entry.key().location());
        }
    }

    private void check(Entry metric) {
        if (metric.value() instanceof ScalarNode name) {
            checkName(name.text(), metric.valueLocation());
        }
    }

    private void checkName(String metric, Location at) {
        if (metric.endsWith(VALIDATION)) {
            String measure = metric.substring(0, metric.length() - VALIDATION.length());
            problems.error(
                    at,
                    Code.INCONSISTENT,
                    "the metric " + metric + " needs a validation set: give data.split.validation, or use " + measure
                            + "/train");
        }
    }

    private static boolean follows(TypeInfo type) {
        return FOLLOWERS.contains(type.spec());
    }

    private static boolean isMain(TypeInfo type) {
        return type.mainParameter().filter(main -> main.key().equals(METRIC)).isPresent();
    }

    private static String byDefault(TypeInfo type) {
        return type.parameter(METRIC).orElseThrow().defaultValue().orElseThrow();
    }
}
