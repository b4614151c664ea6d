package org.backprop.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backprop.engine.data.Splitter.Partition;

/** Looks for what makes a division of good samples a bad one; all of it lets one train, with a warning. */
final class SplitChecks {

    private static final int SHOWN = 3;

    private final Source source;
    private final Partition parts;
    private final Splits splits;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Double> repeats = new LinkedHashMap<>();

    private SplitChecks(Source source, Partition parts, Splits splits) {
        this.source = source;
        this.parts = parts;
        this.splits = splits;
    }

    /** Looks at the sets of a source as they were divided. */
    static SplitChecks of(Source source, Partition parts, Splits splits) {
        SplitChecks checks = new SplitChecks(source, parts, splits);
        checks.single("training", splits.train(), "train");
        checks.single("validation", splits.validation(), "validation");
        checks.single("test", splits.test(), "test");
        if (splits.train().labels() != null) {
            checks.unseenClasses();
        }
        checks.leakage();
        return checks;
    }

    /** One sentence for each thing that is wrong, with the data's name. */
    List<String> warnings() {
        return warnings;
    }

    /** Share of the samples of a set that are in the training set too, as far as sets were compared. */
    Map<String, Double> repeats() {
        return repeats;
    }

    private void single(String name, Dataset set, String key) {
        if (set.count() == 1) {
            warnings.add("%s: the %s set has one sample, which says little; raise split.%s"
                    .formatted(source.what(), name, key));
        }
    }

    private void unseenClasses() {
        List<String> classes = splits.train().classes();
        boolean[] seen = new boolean[classes.size()];
        for (int label : splits.train().labels()) {
            seen[label] = true;
        }
        List<String> unseen = IntStream.range(0, seen.length)
                .filter(label -> !seen[label])
                .mapToObj(label -> "\"" + classes.get(label) + "\"")
                .toList();
        if (!unseen.isEmpty()) {
            String names = unseen.stream().limit(SHOWN).collect(Collectors.joining(", "));
            warnings.add(
                    "%s: %d of the %d classes never occur in the training set (%s%s), so they cannot be learned; set split.stratified: true or raise split.train"
                            .formatted(
                                    source.what(),
                                    unseen.size(),
                                    classes.size(),
                                    names,
                                    unseen.size() > SHOWN ? ", ..." : ""));
        }
    }

    private void leakage() {
        boolean held = splits.validation().count() + splits.test().count() > 0;
        if (!source.mayRepeat()) {
            count("validation", splits.validation(), 0);
            count("test", splits.test(), 0);
        } else if (held && splits.train().count() <= SampleIndex.MOST) {
            SampleIndex index = new SampleIndex(splits.train());
            repeats(index, "validation", splits.validation(), i -> parts.validation()[i])
                    .ifPresent(warnings::add);
            boolean apart = source.test().isPresent();
            repeats(index, "test", splits.test(), i -> apart ? i : parts.test()[i])
                    .ifPresent(warnings::add);
        }
    }

    private void count(String name, Dataset set, int count) {
        if (set.count() > 0) {
            repeats.put(name, (double) count / set.count());
        }
    }

    private Optional<String> repeats(SampleIndex index, String name, Dataset set, IntUnaryOperator row) {
        int count = 0;
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < set.count(); i++) {
            int found = index.find(set, i);
            if (found >= 0 && ++count <= SHOWN) {
                shown.add("%s row %,d equals training row %,d"
                        .formatted(name, row.applyAsInt(i) + 1, parts.train()[found] + 1));
            }
        }
        count(name, set, count);
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        "%s: %,d of the %,d %s samples are in the training set too, so that the %s measures are too good: %s%s; remove the duplicates"
                                .formatted(
                                        source.what(),
                                        count,
                                        set.count(),
                                        name,
                                        name,
                                        String.join(", ", shown),
                                        count > SHOWN ? ", ..." : ""));
    }
}
