package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.views.Figures;
import org.backprop.views.RunFacts;
import org.backprop.views.Tags;
import org.eclipse.osgi.util.NLS;

/** The line above the curves: run, state, epoch and last values, or how many runs there are. */
final class Title {
    private static final int PERCENT = 100;

    private Title() {}

    static String of(Shown shown) {
        List<String> parts = new ArrayList<>();
        if (shown.runs().size() == 1) {
            addRun(parts, shown);
        } else {
            parts.add(NLS.bind(Messages.title_runs, shown.runs().size()));
        }
        double read =
                shown.runs().stream().mapToDouble(RunSnapshot::readShare).min().orElse(1);
        if (read < 1) {
            parts.add(NLS.bind(Messages.title_reading, Math.round(Math.floor(read * PERCENT))));
        }
        return String.join("  \u00b7  ", parts);
    }

    private static void addRun(List<String> parts, Shown shown) {
        RunFacts facts = shown.facts();
        parts.add(facts.name());
        parts.add(facts.state());
        parts.add(NLS.bind(Messages.title_epochs, Figures.epochs(facts)));
        RunSnapshot run = shown.run();
        add(parts, Messages.title_trainLoss, Figures.loss(last(run, Tags.TRAIN_LOSS)));
        add(parts, Messages.title_validationLoss, Figures.loss(last(run, Tags.VALIDATION_LOSS)));
        add(parts, Messages.title_validationAccuracy, Figures.percent(last(run, Tags.VALIDATION_ACCURACY)));
        facts.message().ifPresent(parts::add);
    }

    private static void add(List<String> parts, String label, String value) {
        if (!value.isEmpty()) {
            parts.add(NLS.bind(label, value));
        }
    }

    private static OptionalDouble last(RunSnapshot run, String tag) {
        Series series = run.scalar(tag);
        return series.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(series.lastValue());
    }
}
