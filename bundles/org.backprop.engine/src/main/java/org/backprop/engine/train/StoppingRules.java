package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.backprop.model.EarlyStopping;
import org.backprop.model.MaxTimeStopping;
import org.backprop.model.Metric;
import org.backprop.model.StoppingSpec;
import org.backprop.model.TargetMetricStopping;

/** The reasons to end a training before its last epoch; the first that applies does. */
final class StoppingRules {

    private final List<StoppingRule> rules = new ArrayList<>();

    StoppingRules(List<StoppingSpec> specs) {
        for (StoppingSpec spec : specs) {
            rules.add(
                    switch (spec) {
                        case EarlyStopping early -> new EarlyStoppingRule(early);
                        case MaxTimeStopping time -> new TimeRule(time);
                        case TargetMetricStopping target -> new TargetRule(target);
                    });
        }
    }

    /** The metrics that they need. */
    List<Metric> metrics() {
        return rules.stream().flatMap(rule -> rule.metric().stream()).toList();
    }

    void start() {
        rules.forEach(StoppingRule::start);
    }

    void waited(long nanos) {
        rules.forEach(rule -> rule.waited(nanos));
    }

    void endEpoch(EpochResult epoch) {
        rules.forEach(rule -> rule.endEpoch(epoch));
    }

    /** Whether the parameters of this epoch, which was evaluated last, are the best so far and wanted as the result. */
    boolean wants(int epoch) {
        return rules.stream().anyMatch(rule -> rule instanceof EarlyStoppingRule early && early.wants(epoch));
    }

    void weightsRemoved() {
        rules.forEach(StoppingRule::weightsRemoved);
    }

    /** Whether one applies, while weights are still to be removed or not. Allocates nothing. */
    boolean isOver(boolean pruning) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).isOver() && (!pruning || rules.get(i).appliesWhilePruning())) {
                return true;
            }
        }
        return false;
    }

    /** What applies, if anything does. */
    Optional<String> message() {
        return rules.stream().filter(StoppingRule::isOver).findFirst().map(StoppingRule::message);
    }

    Map<String, Double> state() {
        Map<String, Double> state = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            String prefix = prefix(i);
            rules.get(i).state().forEach((name, value) -> state.put(prefix + name, value));
        }
        return state;
    }

    void restore(Map<String, Double> state) {
        for (int i = 0; i < rules.size(); i++) {
            String prefix = prefix(i);
            rules.get(i)
                    .restore(state.entrySet().stream()
                            .filter(entry -> entry.getKey().startsWith(prefix))
                            .collect(Collectors.toMap(
                                    entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue)));
        }
    }

    private static String prefix(int rule) {
        return "stopping." + rule + ".";
    }
}
