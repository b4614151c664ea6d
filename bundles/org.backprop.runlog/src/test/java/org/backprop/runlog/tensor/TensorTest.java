package org.backprop.runlog.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;

import org.junit.jupiter.api.Test;

class TensorTest {
    @Test
    void valuesComeBackInRowMajorOrder() {
        assertArrayEquals(
                new float[] {2, 3},
                Tensor.floatSlice(new float[] {1, 2, 3, 4}, 1, 2, 2, 1).toFloats());
        assertArrayEquals(
                new long[] {-1, 7}, Tensor.longs(new long[] {-1, 7}, 2).toLongs());
        assertArrayEquals(new byte[] {1, 0}, Tensor.bytes(new byte[] {1, 0}, 2).toBytes());
    }

    @Test
    void anEmptyShapeIsAScalarAndAZeroDimensionIsNoElement() {
        assertEquals(1, Tensor.floats(new float[] {3}).elements());
        assertEquals(0, Tensor.floats(new float[0], 0, 5).elements());
        assertEquals(0, Tensor.byteSize(DType.F32, List.of(0L, 9L)));
    }

    @Test
    void aShapeThatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Tensor.floats(new float[3], 2, 2));
        assertThrows(IllegalArgumentException.class, () -> Tensor.byteSize(DType.U8, List.of(-1L)));
        assertThrows(IllegalArgumentException.class, () -> Tensor.byteSize(DType.F32, List.of(1L << 61, 2L)));
        assertThrows(IllegalArgumentException.class, () -> Tensor.byteSize(DType.F32, List.of(1L << 40, 1L << 40)));
    }

    @Test
    void everyTypeIsWidenedToDouble() {
        byte[] ones = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, -1, -1, -1, -1};
        assertEquals(255, one(DType.U8, ones).get(0));
        assertEquals(-1, one(DType.I8, ones).get(0));
        assertEquals(65535, one(DType.U16, ones).get(0));
        assertEquals(-1, one(DType.I16, ones).get(0));
        assertEquals(4294967295.0, one(DType.U32, ones).get(0));
        assertEquals(-1, one(DType.I32, ones).get(0));
        assertEquals(-1, one(DType.I64, ones).get(0));
        assertEquals(1.5, one(DType.F16, new byte[] {0, 0x3e}).get(0));
        assertEquals(1.5, one(DType.BF16, new byte[] {(byte) 0xc0, 0x3f}).get(0));
    }

    @Test
    void itCannotBeChangedThroughWhatItGivesOut() {
        float[] values = {1};
        Tensor tensor = Tensor.floats(values, 1);
        values[0] = 2;
        tensor.toFloats()[0] = 3;
        assertThrows(ReadOnlyBufferException.class, () -> tensor.data().putFloat(0, 4));
        tensor.data().getFloat();
        assertEquals(Tensor.floats(new float[] {1}, 1), tensor);
    }

    @Test
    void theWrongAccessorIsRefused() {
        assertThrows(IllegalStateException.class, Tensor.longs(new long[1], 1)::toFloats);
    }

    private static Tensor one(DType dtype, byte[] bytes) {
        return Tensor.of(dtype, List.of(1L), ByteBuffer.wrap(bytes, 0, dtype.size()));
    }
}
