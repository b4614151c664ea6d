package org.backprop.views.gradients;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.backprop.runlog.series.Series;
import org.backprop.views.Figures;
import org.eclipse.osgi.util.NLS;

/** What the view says about what it shows. */
final class Captions {
    private static final String COST = "watching/cost";
    private static final String DOT = "  \u00b7  ";

    private Captions() {}

    /** The run, where it diverged, what clipping did and what watching cost. */
    static String title(Shown shown) {
        List<String> parts = new ArrayList<>();
        parts.add(shown.facts().name());
        parts.add(shown.facts().state());
        shown.divergence()
                .ifPresent(found -> parts.add(NLS.bind(Messages.title_nonFinite, found.layer(), found.step())));
        shown.clips().share().ifPresent(share -> parts.add(clipping(shown)));
        Series cost = shown.run().scalar(COST);
        if (!cost.isEmpty()) {
            parts.add(NLS.bind(Messages.title_cost, percent(OptionalDouble.of(cost.lastValue()))));
        }
        return String.join(DOT, parts);
    }

    private static String clipping(Shown shown) {
        Clips clips = shown.clips();
        String what = clips.layer() == null ? Messages.title_whole : clips.layer();
        String text = clips.layer() == null
                ? clips.partial() ? Messages.title_elements : Messages.title_steps
                : clips.partial() ? Messages.title_units : Messages.title_layerSteps;
        OptionalDouble before = shown.span().newest(clips.before());
        OptionalDouble after = shown.span().newest(clips.after());
        String norms = before.isEmpty() || after.isEmpty()
                ? ""
                : NLS.bind(Messages.title_norms, Figures.loss(before), Figures.loss(after));
        return NLS.bind(text, percent(clips.share()), what) + norms;
    }

    private static String percent(OptionalDouble share) {
        return Figures.percent(share);
    }

    /** What is drawn, above it. */
    static String picture(Shown shown) {
        Span span = shown.span();
        if (shown.isBlank()) {
            return Messages.caption_none;
        }
        return switch (shown.wanted().mode()) {
            case LINES -> lines(shown);
            case HEAT_MAP ->
                NLS.bind(
                        Messages.caption_heat,
                        new Object[] {shown.grid().orElseThrow().rows(), span.first(), span.last()});
            case RIDGE ->
                NLS.bind(Messages.caption_ridge, new Object[] {
                    shown.selected().name(),
                    shown.ridge().orElseThrow().recorded().size()
                });
        };
    }

    private static String lines(Shown shown) {
        Lines lines = shown.lines().orElseThrow();
        int all = lines.layers().size() + lines.omitted();
        return lines.omitted() > 0
                ? NLS.bind(Messages.caption_some, lines.layers().size(), all)
                : NLS.bind(Messages.caption_lines, shown.selected().name());
    }

    /** Why nothing is drawn beside the layers, and what to do. */
    static String blank(Shown shown) {
        return switch (shown.wanted().mode()) {
            case RIDGE ->
                NLS.bind(
                        shown.wanted().distribution() == Distribution.ACTIVATIONS
                                ? Messages.blank_activations
                                : Messages.blank_histograms,
                        shown.selected().name());
            case LINES, HEAT_MAP ->
                switch (shown.wanted().quantity()) {
                    case GRADIENT_NORM, WEIGHT_NORM, UPDATE_RATIO -> Messages.blank_norms;
                    case CLIPPED ->
                        shown.clips().share().isPresent() ? Messages.blank_wholeClipped : Messages.blank_clipping;
                    case DEAD -> Messages.blank_dead;
                    case SATURATED -> Messages.blank_saturated;
                    case ACTIVATION_MEAN, ACTIVATION_STD, ZEROS -> Messages.blank_statistics;
                };
        };
    }
}
