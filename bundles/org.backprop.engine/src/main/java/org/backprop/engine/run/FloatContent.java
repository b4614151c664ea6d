package org.backprop.engine.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.List;

import org.backprop.engine.network.TensorView;
import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.TensorContent;

/** A tensor of the training, written piece by piece. */
record FloatContent(TensorView tensor) implements TensorContent {
    private static final int PIECE = 1 << 18;

    @Override
    public DType dtype() {
        return DType.F32;
    }

    @Override
    public List<Long> shape() {
        return tensor.shape().stream().map(Integer::longValue).toList();
    }

    @Override
    public void writeTo(WritableByteChannel channel) throws IOException {
        float[] values = new float[Math.min(PIECE, tensor.length())];
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < tensor.length(); from += values.length) {
            int count = Math.min(values.length, tensor.length() - from);
            tensor.flat().read(tensor.offset() + from, values, 0, count);
            bytes.clear().asFloatBuffer().put(values, 0, count);
            bytes.limit(count * Float.BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
