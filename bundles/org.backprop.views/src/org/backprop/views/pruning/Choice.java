package org.backprop.views.pruning;

import java.util.OptionalDouble;

import org.eclipse.ui.IMemento;

/**
 * What the user considers to prune.
 *
 * @param criterion key of the criterion; null for that of the run
 * @param allLayers whether all layers are meant, not only the selected one
 * @param threshold saliency below which weights would go; empty while the line was not moved
 */
record Choice(String criterion, boolean allLayers, OptionalDouble threshold) {
    private static final String CRITERION = "criterion";
    private static final String ALL_LAYERS = "allLayers";

    /** The saved choice, without a threshold; the defaults if there is none. */
    static Choice restore(IMemento memento) {
        return memento == null
                ? new Choice(null, false, OptionalDouble.empty())
                : new Choice(
                        memento.getString(CRITERION),
                        Boolean.TRUE.equals(memento.getBoolean(ALL_LAYERS)),
                        OptionalDouble.empty());
    }

    void save(IMemento memento) {
        if (criterion != null) {
            memento.putString(CRITERION, criterion);
        }
        memento.putBoolean(ALL_LAYERS, allLayers);
    }

    Choice withCriterion(String key) {
        return new Choice(key, allLayers, threshold);
    }

    Choice withAllLayers(boolean all) {
        return new Choice(criterion, all, threshold);
    }

    Choice withThreshold(OptionalDouble value) {
        return new Choice(criterion, allLayers, value);
    }
}
