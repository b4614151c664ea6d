package org.backprop.engine.network;

import java.util.List;

/**
 * A copy of one tensor.
 *
 * @param name for parameters and statistics {@code <layer>.<role>}, for example {@code hidden.weight}; for optimizer state
 *     {@code <slot>/<parameter>}, where the slot is named as in PyTorch, for example {@code exp_avg/hidden.weight}
 * @param shape PyTorch's shape, for example {@code [out, in]}
 * @param values row-major, {@code product(shape)} elements
 */
public record NamedTensor(String name, List<Integer> shape, float[] values) {}
