package org.backprop.views.curves;

/**
 * How a line is drawn.
 *
 * @param color index of a colour of the palette; TRAIN, VALIDATION and PLAN are those of the theme
 * @param dash of the line
 */
record Look(int color, Dash dash) {
    static final int TRAIN = -1;
    static final int VALIDATION = -2;
    static final int PLAN = -3;

    /** Kinds of lines. */
    enum Dash {
        SOLID,
        DASHED,
        DOTTED
    }

    /** The look of a data set where colours do not tell runs or layers apart. */
    static Look of(CurveTag.DataSet set) {
        return switch (set) {
            case TRAIN, NONE -> new Look(TRAIN, Dash.SOLID);
            case VALIDATION -> new Look(VALIDATION, Dash.DASHED);
            case TEST -> new Look(2, Dash.DOTTED);
            case VALIDATION_ENSEMBLE -> new Look(4, Dash.DASHED);
            case TEST_ENSEMBLE -> new Look(6, Dash.DOTTED);
        };
    }

    /** The look of a data set in one of several colours. */
    static Look of(CurveTag.DataSet set, int color) {
        return new Look(color, of(set).dash());
    }
}
