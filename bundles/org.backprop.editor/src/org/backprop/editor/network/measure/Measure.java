package org.backprop.editor.network.measure;

import java.util.List;
import java.util.Locale;

/** Something that a run records of each layer. */
public enum Measure {
    /** Euclidean norm of the gradient; that of a block is the root of the sum of the squares. */
    GRADIENT_NORM("gradient_norm/", Scale.LOGARITHMIC, Messages.gradient_norm),
    /** Norm of the update divided by that of the parameters. */
    UPDATE_RATIO("update_ratio/", Scale.LOGARITHMIC, Messages.update_ratio),
    /** Share of the weights that are pruned. */
    SPARSITY("sparsity/", Scale.SHARE, Messages.sparsity),
    /** Mean of the activations. */
    ACTIVATION_MEAN("activation_mean/", Scale.LINEAR, Messages.activation_mean),
    /** Standard deviation of the activations. */
    ACTIVATION_STD("activation_std/", Scale.LOGARITHMIC, Messages.activation_std),
    /** Share of the activations that are 0. */
    ACTIVATION_ZEROS("activation_zeros/", Scale.SHARE, Messages.activation_zeros),
    /** Share of the units that are 0 for a whole batch. */
    DEAD("dead/", Scale.SHARE, Messages.dead),
    /** Share of the activations near the bounds of their function. */
    SATURATED("saturated/", Scale.SHARE, Messages.saturated);

    private static final double PERCENT = 100;
    private static final double LEAST_PLAIN = 1e-3;
    private static final double MOST_PLAIN = 1e5;

    private final String prefix;
    private final Scale scale;
    private final String title;

    private enum Scale {
        LINEAR,
        LOGARITHMIC,
        SHARE
    }

    Measure(String prefix, Scale scale, String title) {
        this.prefix = prefix;
        this.scale = scale;
        this.title = title;
    }

    /** What comes behind a measure in the list; null, for none, comes behind the last and before the first. */
    public static Measure next(Measure measure) {
        int next = measure == null ? 0 : measure.ordinal() + 1;
        return next == values().length ? null : values()[next];
    }

    /** Tag of a layer's curve. */
    String tag(String layer) {
        return prefix + layer;
    }

    /** What menus and legends say. */
    public String title() {
        return title;
    }

    /** Whether it is a part of a whole, so that its range is from 0 to 1. */
    boolean isShare() {
        return scale == Scale.SHARE;
    }

    /** Where a value lies on the scale; negative infinity for 0 on a logarithmic one. */
    double onScale(double value) {
        return scale != Scale.LOGARITHMIC ? value : value <= 0 ? Double.NEGATIVE_INFINITY : Math.log10(value);
    }

    /** The value of a block whose layers have these values; NaN without any: the norm of all, or else the greatest. */
    double ofBlock(List<Double> values) {
        return this == GRADIENT_NORM && !values.isEmpty()
                ? Math.sqrt(values.stream().mapToDouble(value -> value * value).sum())
                : values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** A value as text. */
    String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (scale == Scale.SHARE) {
            return String.format(Locale.ROOT, "%.1f %%", value * PERCENT);
        }
        double size = Math.abs(value);
        boolean plain = size == 0 || size >= LEAST_PLAIN && size < MOST_PLAIN;
        return String.format(Locale.ROOT, plain ? "%.4g" : "%.2e", value);
    }
}
