package org.backprop.views.curves;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.ui.IMemento;

/**
 * What the user chose in the view; kept between sessions.
 *
 * @param quantities what is drawn, as {@link CurveTag#quantity}
 * @param horizontal what x counts
 * @param smoothing of the exponential moving average, 0 (none) to 0.99
 * @param logarithmic whether y axes are logarithmic where all values are positive
 * @param ignoreExtremes whether the most extreme values may lie outside
 * @param choosing whether the list of quantities is open
 */
public record CurvesState(
        Set<String> quantities,
        Horizontal horizontal,
        double smoothing,
        boolean logarithmic,
        boolean ignoreExtremes,
        boolean choosing) {
    static final double MOST_SMOOTHING = 0.99;

    private static final String QUANTITIES = "quantities";
    private static final String HORIZONTAL = "horizontal";
    private static final String SMOOTHING = "smoothing";
    private static final String LOGARITHMIC = "logarithmic";
    private static final String EXTREMES = "ignoreExtremes";
    private static final String CHOOSING = "choosing";

    /** Loss and accuracy over epochs. */
    public static final CurvesState INITIAL =
            new CurvesState(Set.of("loss", "accuracy"), Horizontal.EPOCH, 0, false, false, false);

    /** Copies the set. */
    public CurvesState {
        quantities = Set.copyOf(quantities);
    }

    /** Whether a quantity is drawn; capitals do not matter, as other tools write Loss. */
    boolean shows(CurveTag tag) {
        return quantities.contains(tag.quantity())
                || quantities.contains(tag.quantity().toLowerCase(Locale.ROOT));
    }

    public CurvesState withQuantities(Set<String> chosen) {
        return new CurvesState(chosen, horizontal, smoothing, logarithmic, ignoreExtremes, choosing);
    }

    public CurvesState withHorizontal(Horizontal chosen) {
        return new CurvesState(quantities, chosen, smoothing, logarithmic, ignoreExtremes, choosing);
    }

    public CurvesState withSmoothing(double chosen) {
        return new CurvesState(quantities, horizontal, chosen, logarithmic, ignoreExtremes, choosing);
    }

    public CurvesState withLogarithmic(boolean chosen) {
        return new CurvesState(quantities, horizontal, smoothing, chosen, ignoreExtremes, choosing);
    }

    public CurvesState withIgnoreExtremes(boolean chosen) {
        return new CurvesState(quantities, horizontal, smoothing, logarithmic, chosen, choosing);
    }

    public CurvesState withChoosing(boolean chosen) {
        return new CurvesState(quantities, horizontal, smoothing, logarithmic, ignoreExtremes, chosen);
    }

    /** The saved state; the initial one where nothing was saved. */
    static CurvesState restore(IMemento memento) {
        if (memento == null) {
            return INITIAL;
        }
        String saved = memento.getString(QUANTITIES);
        Set<String> quantities = saved == null
                ? INITIAL.quantities()
                : saved.lines().collect(Collectors.toCollection(LinkedHashSet::new));
        Float smoothing = memento.getFloat(SMOOTHING);
        return new CurvesState(
                quantities,
                Horizontal.of(memento.getString(HORIZONTAL)),
                smoothing == null ? 0 : Math.clamp(Math.round(smoothing * 100) / 100.0, 0, MOST_SMOOTHING),
                Boolean.TRUE.equals(memento.getBoolean(LOGARITHMIC)),
                Boolean.TRUE.equals(memento.getBoolean(EXTREMES)),
                Boolean.TRUE.equals(memento.getBoolean(CHOOSING)));
    }

    void save(IMemento memento) {
        memento.putString(QUANTITIES, String.join("\n", List.copyOf(quantities)));
        memento.putString(HORIZONTAL, horizontal.name());
        memento.putFloat(SMOOTHING, (float) smoothing);
        memento.putBoolean(LOGARITHMIC, logarithmic);
        memento.putBoolean(EXTREMES, ignoreExtremes);
        memento.putBoolean(CHOOSING, choosing);
    }
}
