package org.backprop.model;

import java.util.OptionalInt;

/** How a sweep chooses its settings. */
public sealed interface SearchSpec permits GridSearch, RandomTrials, SuccessiveHalving, TpeSearch {

    /** Description of the seed of every search that draws. */
    String SEED = "Seed of the choice; the same seed tries the same settings.";

    /** The number of settings that are tried; empty for all combinations of the listed values. */
    OptionalInt limit();
}
