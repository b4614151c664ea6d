package org.backprop.views.gradients;

import java.util.OptionalDouble;

import org.backprop.views.Figures;

/** A number that is recorded of each layer over time. */
public enum Quantity {
    /** Euclidean norm of the gradient. */
    GRADIENT_NORM("gradient_norm/", Scale.LOGARITHMIC, Messages.quantity_gradientNorm, Messages.column_gradientNorm),
    /** Euclidean norm of the parameters. */
    WEIGHT_NORM("weight_norm/", Scale.LOGARITHMIC, Messages.quantity_weightNorm, Messages.column_weightNorm),
    /** Norm of the update divided by that of the parameters. */
    UPDATE_RATIO("update_ratio/", Scale.LOGARITHMIC, Messages.quantity_updateRatio, Messages.column_updateRatio),
    /** How much clipping changed. */
    CLIPPED("clip/clipped/", Scale.SHARE, Messages.quantity_clipped, Messages.column_clipped),
    /** Mean of the activations. */
    ACTIVATION_MEAN("activation_mean/", Scale.LINEAR, Messages.quantity_mean, Messages.column_mean),
    /** Standard deviation of the activations. */
    ACTIVATION_STD("activation_std/", Scale.LOGARITHMIC, Messages.quantity_std, Messages.column_std),
    /** Share of the units that are 0 for a whole batch. */
    DEAD("dead/", Scale.SHARE, Messages.quantity_dead, Messages.column_dead),
    /** Share of the activations near the bounds of their function. */
    SATURATED("saturated/", Scale.SHARE, Messages.quantity_saturated, Messages.column_saturated),
    /** Share of the activations that are 0. */
    ZEROS("activation_zeros/", Scale.SHARE, Messages.quantity_zeros, Messages.column_zeros);

    private static final double PERCENT = 100;
    /** What the update ratio should be near to. */
    private static final double GUIDE = 1e-3;

    private final String prefix;
    private final Scale scale;
    private final String title;
    private final String column;

    private enum Scale {
        LINEAR,
        LOGARITHMIC,
        SHARE
    }

    Quantity(String prefix, Scale scale, String title, String column) {
        this.prefix = prefix;
        this.scale = scale;
        this.title = title;
        this.column = column;
    }

    /** Tag of a layer's curve. */
    public String tag(String layer) {
        return prefix + layer;
    }

    /** What the tags of all layers begin with. */
    public String prefix() {
        return prefix;
    }

    /** What an axis and a list say. */
    public String title() {
        return title;
    }

    /** What the header of a column says. */
    public String column() {
        return column;
    }

    public boolean isLogarithmic() {
        return scale == Scale.LOGARITHMIC;
    }

    public boolean isShare() {
        return scale == Scale.SHARE;
    }

    /** Where a value lies on the axis: decimal logarithms, of 0 negative infinity, percent, or the value itself. */
    public double onAxis(double value) {
        return switch (scale) {
            case LINEAR -> value;
            case SHARE -> value * PERCENT;
            case LOGARITHMIC -> value <= 0 ? Double.NEGATIVE_INFINITY : Math.log10(value);
        };
    }

    /** The value at a place of the axis, as text. */
    public String textAt(double place) {
        return text(
                switch (scale) {
                    case LINEAR -> place;
                    case SHARE -> place / PERCENT;
                    case LOGARITHMIC -> Math.pow(10, place);
                });
    }

    /** A value as text. */
    public String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        OptionalDouble present = OptionalDouble.of(value);
        return scale == Scale.SHARE ? Figures.percent(present) : Figures.loss(present);
    }

    /** The value that is a good one; empty if there is none. */
    public OptionalDouble guide() {
        return this == UPDATE_RATIO ? OptionalDouble.of(GUIDE) : OptionalDouble.empty();
    }
}
