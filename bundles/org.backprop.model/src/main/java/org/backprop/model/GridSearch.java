package org.backprop.model;

import java.util.OptionalInt;

/** Every combination of the listed values. */
@SpecType(
        key = "grid",
        doc = "Trains every combination of the listed values.",
        formula = "settings = values of the first path x values of the second path x ...",
        source = "sklearn.model_selection.GridSearchCV")
public record GridSearch() implements SearchSpec {
    @Override
    public OptionalInt limit() {
        return OptionalInt.empty();
    }
}
