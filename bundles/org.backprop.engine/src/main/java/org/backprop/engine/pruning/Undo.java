package org.backprop.engine.pruning;

import java.util.Map;

/**
 * All that a removal changes, as it was before.
 *
 * @param buffers weights, and what goes with them
 * @param numbers what goes with the weights
 * @param mask the masks; null if there were none
 */
record Undo(Backup buffers, Map<String, Double> numbers, float[] mask) {}
