package org.backprop.engine.train.order;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.TensorView;

/** How difficult each sample is: measured once, when a training begins, and then kept with its state. */
final class Difficulty {

    private final int count;
    private final Supplier<float[]> measure;
    private final Buffer kept;
    private float[] values;

    Difficulty(int count, Kernels kernels, Supplier<float[]> measure) {
        this.count = count;
        this.measure = measure;
        kept = kernels.allocate(count);
    }

    /** The values, one a sample. */
    float[] values() {
        if (values == null) {
            set(measure.get());
        }
        return values;
    }

    private void set(float[] measured) {
        values = measured;
        kept.write(0, values, 0, count);
    }

    /** The values as they lie, if they are known. */
    Optional<TensorView> view() {
        return Optional.ofNullable(values).map(known -> new TensorView(Orders.STATE, List.of(count), kept, 0, count));
    }

    /** Goes on with the values of a state. */
    void restore(NamedTensor state) {
        if (state.values().length != count) {
            throw new IllegalArgumentException("the tensor '" + state.name() + "' has " + state.values().length
                    + " values, but there are " + count + " training samples");
        }
        set(state.values());
    }
}
