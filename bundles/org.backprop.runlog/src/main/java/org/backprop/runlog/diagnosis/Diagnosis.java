package org.backprop.runlog.diagnosis;

import java.util.List;

import org.backprop.runlog.run.RunSnapshot;

/**
 * What is wrong with a run, as far as its record shows it. Immutable.
 *
 * <p>Rules look at the newest part of each curve first and only go back where that shows a fault, so that a diagnosis is
 * cheap enough to be made again and again while a run trains.
 *
 * @param checks what each rule says, one for each fault
 */
public record Diagnosis(List<Check> checks) {
    private static final List<Rule> RULES = List.of(
            new Divergence(),
            new ExplodingGradient(),
            new VanishingGradient(),
            UnitShare.DEAD,
            UnitShare.SATURATED,
            new UnchangedWeights(),
            new Stalled(),
            new HighLearningRate(),
            new LowLearningRate(),
            new Overfitting(),
            new LeakingSplit(),
            new ClassImbalance());

    /** Copies the list. */
    public Diagnosis {
        checks = List.copyOf(checks);
    }

    /** Applies all rules to what a run says now. */
    public static Diagnosis of(RunSnapshot run) {
        Observation observation = new Observation(run);
        return new Diagnosis(
                RULES.stream().map(rule -> check(rule, observation)).toList());
    }

    private static Check check(Rule rule, Observation run) {
        String missing = rule.missing(run);
        List<Finding> findings = missing.isEmpty() ? rule.findings(run) : List.of();
        return new Check(rule.fault(), findings, missing);
    }

    /** All findings, the gravest first. */
    public List<Finding> findings() {
        return checks.stream()
                .flatMap(check -> check.findings().stream())
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .toList();
    }

    /** The findings that concern a layer, the gravest first. */
    public List<Finding> of(String layer) {
        return findings().stream()
                .filter(finding -> finding.layers().contains(layer))
                .toList();
    }
}
