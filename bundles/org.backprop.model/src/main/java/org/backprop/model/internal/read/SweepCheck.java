package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.backprop.model.Code;
import org.backprop.model.Fix;
import org.backprop.model.Metric;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.backprop.model.Split;
import org.backprop.model.SweepSection;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/**
 * Reads the file with the settings of its sweep, as the trials will be: with every combination of a grid; where values are
 * drawn, with each value and each end of a range alone. Files that the model names are left alone.
 */
final class SweepCheck {

    private static final int MOST_REPORTED = 20;
    private static final int LONGEST = 160;

    private final Problems problems;
    private final Function<YamlNode, List<Problem>> reader;
    private final List<Varied> varied = new ArrayList<>();
    private int reported;

    /** A path with the nodes that are tried there. */
    private record Varied(Entry path, List<YamlNode> nodes) {}

    /** A node at a path. */
    private record Choice(Entry path, YamlNode node) {
        String describe() {
            String value = Quote.of(FlowText.of(node));
            return path.name() + ": " + value.substring(1, value.length() - 1);
        }
    }

    /** @param reader the problems of a file without a sweep section */
    SweepCheck(Problems problems, Function<YamlNode, List<Problem>> reader) {
        this.problems = problems;
        this.reader = reader;
    }

    /** Checks that what the section follows is recorded. */
    void checkMetrics(MappingNode sweep, SweepSection section, Split split) {
        checkMetric(sweep.entry("objective"), section.objective(), sweep.location(), split);
        section.target().ifPresent(target -> {
            Entry entry = sweep.entry("target").orElseThrow();
            Optional<Entry> metric = ((MappingNode) entry.value()).entry("metric");
            checkMetric(metric, target.metric(), entry.key().location(), split);
        });
    }

    private void checkMetric(Optional<Entry> entry, String metric, Location byDefault, Split split) {
        if (split.validation() == 0 && Metric.of(metric).ofValidation()) {
            problems.error(
                    entry.map(Entry::valueLocation).orElse(byDefault),
                    Code.INCONSISTENT,
                    "the metric " + metric + " needs a validation set: give data.split.validation, or follow "
                            + Metric.of(metric).measure() + "/train");
        }
    }

    /** Checks the settings. */
    void checkSettings(MappingNode root, MappingNode vary, SweepSection section) {
        for (Entry path : vary.entries()) {
            varied.add(new Varied(path, nodes(path, section)));
        }
        if (section.search().limit().isEmpty()) {
            combine(root, new ArrayList<>());
        } else {
            varied.forEach(one -> one.nodes().forEach(node -> check(root, List.of(new Choice(one.path(), node)))));
        }
    }

    private static List<YamlNode> nodes(Entry path, SweepSection section) {
        if (path.value() instanceof SequenceNode list) {
            return list.items();
        }
        return section.vary().get(path.name()).range().orElseThrow().ends().stream()
                .<YamlNode>map(end -> new ScalarNode(end, true, path.valueLocation()))
                .toList();
    }

    private void combine(MappingNode root, List<Choice> chosen) {
        if (chosen.size() == varied.size()) {
            check(root, chosen);
            return;
        }
        Varied next = varied.get(chosen.size());
        for (YamlNode node : next.nodes()) {
            List<Choice> longer = new ArrayList<>(chosen);
            longer.add(new Choice(next.path(), node));
            combine(root, longer);
        }
    }

    private void check(MappingNode root, List<Choice> choices) {
        if (reported >= MOST_REPORTED) {
            return;
        }
        Optional<Problem> refused = problem(root, choices);
        if (refused.isPresent()) {
            reported++;
            String message = refused.get().message();
            choices.stream()
                    .filter(choice -> problem(root, List.of(choice))
                            .filter(alone -> alone.message().equals(message))
                            .isPresent())
                    .findFirst()
                    .ifPresentOrElse(culprit -> report(refused.get(), culprit), () -> refuse(refused.get(), choices));
        }
    }

    private Optional<Problem> problem(MappingNode root, List<Choice> choices) {
        YamlNode file = root;
        Problems unknown = new Problems("");
        for (Choice choice : choices) {
            List<String> segments = List.of(choice.path().name().split("\\.", -1));
            Location at = choice.path().key().location();
            Optional<YamlNode> changed = new PathSetter(segments, choice.node(), at, unknown).set(file);
            if (changed.isEmpty()) {
                return unknown.sorted().stream().findFirst();
            }
            file = changed.get();
        }
        return reader.apply(file).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst();
    }

    /** A problem with a value, or with the path of one, stands there; any other is one with the value. */
    private void report(Problem problem, Choice culprit) {
        for (Location own :
                List.of(culprit.path().key().location(), culprit.node().location())) {
            if (own.file().equals(problem.file())
                    && problem.position().offset() >= own.position().offset()
                    && problem.position().end() <= own.position().end()) {
                problems.error(
                        new Location(problem.file(), problem.position()),
                        Code.valueOf(problem.code()),
                        problem.message(),
                        problem.fixes().stream()
                                .filter(Fix.Replace.class::isInstance)
                                .toList());
                return;
            }
        }
        refuse(problem, List.of(culprit));
    }

    private void refuse(Problem problem, List<Choice> choices) {
        String settings = choices.stream().limit(3).map(Choice::describe).collect(Collectors.joining(", "));
        String message = problem.message();
        Choice last = choices.getLast();
        boolean nothing = last.node().location().position().length() == 0;
        problems.error(
                nothing ? last.path().valueLocation() : last.node().location(),
                Code.valueOf(problem.code()),
                "with " + settings + " the model is refused, line "
                        + problem.position().line() + ": "
                        + (message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message));
    }
}
