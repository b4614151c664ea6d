package org.backprop.runlog.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * An immutable array of yes or no, eight to a byte: which weights are kept, or which units dropout has let through.
 *
 * <p>As a tensor it is a U8 vector: the number of dimensions, each dimension in 4 bytes (little-endian), then the elements
 * in row-major order, the first in the lowest bit.
 */
public final class BitMask {
    private static final int MAX_RANK = 8;

    private final int[] shape;
    private final byte[] bits;
    private final int elements;

    private BitMask(int[] shape, byte[] bits) {
        this.shape = shape;
        this.bits = bits;
        elements = elements(shape);
    }

    /**
     * A mask of packed bits, which are copied.
     *
     * @param bits element {@code i} is bit {@code i % 8} of byte {@code i / 8}
     * @param shape at most 8 dimensions
     * @throws IllegalArgumentException if the shape is not possible or needs another number of bytes
     */
    public static BitMask of(byte[] bits, int... shape) {
        int bytes = bytes(checked(shape));
        if (bits.length != bytes) {
            throw new IllegalArgumentException(
                    "a mask of shape " + Arrays.toString(shape) + " takes " + bytes + " bytes, not " + bits.length);
        }
        return new BitMask(shape.clone(), bits.clone());
    }

    /** A mask with a bit for each element of {@code values} that is not 0, row-major. */
    public static BitMask ofNonZero(float[] values, int... shape) {
        if (elements(checked(shape)) != values.length) {
            throw new IllegalArgumentException(
                    "a mask of shape " + Arrays.toString(shape) + " does not have " + values.length + " elements");
        }
        byte[] bits = new byte[bytes(shape)];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                bits[i >> 3] |= (byte) (1 << (i & 7));
            }
        }
        return new BitMask(shape.clone(), bits);
    }

    /**
     * The mask in a tensor.
     *
     * @throws IllegalArgumentException if it holds none
     */
    public static BitMask of(Tensor tensor) {
        ByteBuffer data = tensor.data();
        if (tensor.dtype() != DType.U8 || tensor.shape().size() != 1 || !data.hasRemaining()) {
            throw new IllegalArgumentException(tensor + " is not a mask");
        }
        int rank = data.get();
        if (rank < 0 || rank > MAX_RANK || data.remaining() < rank * Integer.BYTES) {
            throw new IllegalArgumentException("a mask of " + rank + " dimensions in " + tensor);
        }
        int[] shape = new int[rank];
        for (int i = 0; i < rank; i++) {
            shape[i] = data.getInt();
        }
        byte[] bits = new byte[data.remaining()];
        data.get(bits);
        if (bits.length != bytes(checked(shape))) {
            throw new IllegalArgumentException("a mask of shape " + Arrays.toString(shape) + " in " + tensor);
        }
        return new BitMask(shape, bits);
    }

    /** The mask as a tensor. */
    public Tensor toTensor() {
        int length = 1 + shape.length * Integer.BYTES + bits.length;
        ByteBuffer data = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        data.put((byte) shape.length);
        for (int dimension : shape) {
            data.putInt(dimension);
        }
        data.put(bits).flip();
        return Tensor.of(DType.U8, List.of((long) length), data);
    }

    /** The dimensions. */
    public int[] shape() {
        return shape.clone();
    }

    /** Number of elements. */
    public int elements() {
        return elements;
    }

    /** Element {@code index} (row-major). */
    public boolean get(int index) {
        Objects.checkIndex(index, elements);
        return (bits[index >> 3] >> (index & 7) & 1) != 0;
    }

    /** Number of elements from {@code from} (inclusive) to {@code to} (exclusive) that are true. */
    public int count(int from, int to) {
        Objects.checkFromToIndex(from, to, elements);
        int count = 0;
        int i = from;
        for (; i < to && (i & 7) != 0; i++) {
            count += get(i) ? 1 : 0;
        }
        for (; i + 8 <= to; i += 8) {
            count += Integer.bitCount(Byte.toUnsignedInt(bits[i >> 3]));
        }
        for (; i < to; i++) {
            count += get(i) ? 1 : 0;
        }
        return count;
    }

    /** Number of elements that are true. */
    public int count() {
        return count(0, elements);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitMask that && Arrays.equals(shape, that.shape) && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return "BitMask" + Arrays.toString(shape);
    }

    private static int bytes(int[] shape) {
        return (int) ((elements(shape) + 7L) / 8);
    }

    private static int elements(int[] shape) {
        int elements = 1;
        for (int dimension : shape) {
            elements *= dimension;
        }
        return elements;
    }

    private static int[] checked(int[] shape) {
        long elements = 1;
        for (int dimension : shape) {
            elements = dimension < 0 ? -1 : elements * dimension;
            if (elements < 0 || elements > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a mask cannot have the shape " + Arrays.toString(shape));
            }
        }
        if (shape.length > MAX_RANK) {
            throw new IllegalArgumentException("a mask has at most " + MAX_RANK + " dimensions");
        }
        return shape;
    }
}
