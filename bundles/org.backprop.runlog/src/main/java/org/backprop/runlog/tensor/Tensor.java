package org.backprop.runlog.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * An immutable dense array: element type, shape and little-endian bytes in row-major order. An empty shape is a scalar.
 *
 * <p>At most 2<sup>31</sup>-1 bytes of data.
 */
public final class Tensor implements TensorContent {
    private final DType dtype;
    private final List<Long> shape;
    private final ByteBuffer data;

    private Tensor(DType dtype, List<Long> shape, ByteBuffer data) {
        this.dtype = dtype;
        this.shape = shape;
        this.data = data;
    }

    /**
     * A tensor over the remaining bytes of {@code data}, which the caller must not change afterwards: they are not copied.
     *
     * @throws IllegalArgumentException if a dimension is negative or the shape does not need exactly these bytes
     */
    public static Tensor of(DType dtype, List<Long> shape, ByteBuffer data) {
        List<Long> dims = List.copyOf(shape);
        long bytes = byteSize(dtype, dims);
        if (bytes != data.remaining()) {
            throw new IllegalArgumentException(
                    dtype + " of shape " + dims + " takes " + bytes + " bytes, not " + data.remaining());
        }
        return new Tensor(dtype, dims, data.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN));
    }

    /** F32 tensor with a copy of {@code values}, row-major. */
    public static Tensor floats(float[] values, long... shape) {
        return floatSlice(values, 0, values.length, shape);
    }

    /** F32 tensor with a copy of {@code length} values from {@code offset} on, row-major. */
    public static Tensor floatSlice(float[] values, int offset, int length, long... shape) {
        ByteBuffer bytes = allocate(length, Float.BYTES);
        bytes.asFloatBuffer().put(values, offset, length);
        return of(DType.F32, dims(shape), bytes);
    }

    /** I64 tensor with a copy of {@code values}, row-major. */
    public static Tensor longs(long[] values, long... shape) {
        ByteBuffer bytes = allocate(values.length, Long.BYTES);
        bytes.asLongBuffer().put(values);
        return of(DType.I64, dims(shape), bytes);
    }

    /** U8 tensor with a copy of {@code values}, row-major. */
    public static Tensor bytes(byte[] values, long... shape) {
        return of(DType.U8, dims(shape), ByteBuffer.wrap(values.clone()));
    }

    /**
     * Bytes that a tensor of this type and shape takes.
     *
     * @throws IllegalArgumentException if a dimension is negative or the size does not fit a long
     */
    public static long byteSize(DType dtype, List<Long> shape) {
        long bytes = dtype.size();
        boolean empty = false;
        for (long dim : shape) {
            if (dim < 0) {
                throw new IllegalArgumentException("negative dimension in shape " + shape);
            }
            empty |= dim == 0;
            long high = Math.multiplyHigh(bytes, dim);
            bytes *= dim;
            if (high != 0 || bytes < 0) {
                throw new IllegalArgumentException("shape " + shape + " is too large");
            }
        }
        return empty ? 0 : bytes;
    }

    @Override
    public DType dtype() {
        return dtype;
    }

    @Override
    public List<Long> shape() {
        return shape;
    }

    @Override
    public void writeTo(WritableByteChannel channel) throws IOException {
        ByteBuffer bytes = data();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Number of elements; 1 for a scalar. */
    public int elements() {
        return data.limit() / dtype.size();
    }

    /** The bytes, read-only and little-endian, positioned at the first element. */
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The elements of an F32 tensor.
     *
     * @throws IllegalStateException if the type is not F32
     */
    public float[] toFloats() {
        require(DType.F32);
        float[] values = new float[elements()];
        data().asFloatBuffer().get(values);
        return values;
    }

    /**
     * The elements of an I64 tensor.
     *
     * @throws IllegalStateException if the type is not I64
     */
    public long[] toLongs() {
        require(DType.I64);
        long[] values = new long[elements()];
        data().asLongBuffer().get(values);
        return values;
    }

    /** The raw bytes of the elements, of whatever type. */
    public byte[] toBytes() {
        byte[] bytes = new byte[data.limit()];
        data().get(bytes);
        return bytes;
    }

    /** Element {@code index} (row-major) as a double; BF16 and F16 are widened, U64 is taken as signed. */
    public double get(int index) {
        int at = Objects.checkIndex(index, elements()) * dtype.size();
        return switch (dtype) {
            case BOOL, U8 -> Byte.toUnsignedInt(data.get(at));
            case I8 -> data.get(at);
            case I16 -> data.getShort(at);
            case U16 -> Short.toUnsignedInt(data.getShort(at));
            case F16 -> Float.float16ToFloat(data.getShort(at));
            case BF16 -> Float.intBitsToFloat(data.getShort(at) << 16);
            case I32 -> data.getInt(at);
            case U32 -> Integer.toUnsignedLong(data.getInt(at));
            case F32 -> data.getFloat(at);
            case F64 -> data.getDouble(at);
            case I64, U64 -> data.getLong(at);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && dtype == that.dtype
                && shape.equals(that.shape)
                && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dtype, shape, data);
    }

    @Override
    public String toString() {
        return dtype + shape.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private void require(DType wanted) {
        if (dtype != wanted) {
            throw new IllegalStateException("the tensor holds " + dtype + ", not " + wanted);
        }
    }

    private static ByteBuffer allocate(int elements, int size) {
        return ByteBuffer.allocate(Math.multiplyExact(elements, size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static List<Long> dims(long... shape) {
        return LongStream.of(shape).boxed().toList();
    }
}
