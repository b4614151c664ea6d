package org.backprop.runlog.tensor;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** An array that can be written: one in memory, or one that is gathered while it is written. */
public interface TensorContent {
    /** Element type. */
    DType dtype();

    /** Dimensions, outermost first; empty for a scalar. */
    List<Long> shape();

    /** Writes all elements in row-major order, little-endian: {@link Tensor#byteSize} bytes. */
    void writeTo(WritableByteChannel channel) throws IOException;
}
