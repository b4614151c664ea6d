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

/** The line above the curves: run, state, epoch and last values. */
final class Title {
    private Title() {}

    static String of(Shown shown) {
        RunFacts facts = shown.facts();
        List<String> parts = new ArrayList<>();
        parts.add(facts.name());
        parts.add(facts.state());
        parts.add(NLS.bind(Messages.title_epochs, Figures.epochs(facts)));
        RunSnapshot run = shown.run();
        add(parts, Messages.title_trainLoss, Figures.loss(last(run, Tags.TRAIN_LOSS)));
        add(parts, Messages.title_validationLoss, Figures.loss(last(run, Tags.VALIDATION_LOSS)));
        add(parts, Messages.title_validationAccuracy, Figures.percent(last(run, Tags.VALIDATION_ACCURACY)));
        facts.message().ifPresent(parts::add);
        return String.join("  \u00b7  ", parts);
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
