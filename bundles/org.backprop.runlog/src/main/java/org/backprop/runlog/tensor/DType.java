package org.backprop.runlog.tensor;

import java.util.Optional;

/** Element type of a {@link Tensor}. The constants' names are the type names of the safetensors format. */
public enum DType {
    /** One byte, 0 or 1. */
    BOOL(1, 10),
    /** Unsigned 8-bit integer. */
    U8(1, 4),
    /** Signed 8-bit integer. */
    I8(1, 6),
    /** Signed 16-bit integer. */
    I16(2, 5),
    /** Unsigned 16-bit integer. */
    U16(2, 17),
    /** IEEE 754 half precision. */
    F16(2, 19),
    /** The upper half of an IEEE 754 single. */
    BF16(2, 14),
    /** Signed 32-bit integer. */
    I32(4, 3),
    /** Unsigned 32-bit integer. */
    U32(4, 22),
    /** IEEE 754 single precision. */
    F32(4, 1),
    /** IEEE 754 double precision. */
    F64(8, 2),
    /** Signed 64-bit integer. */
    I64(8, 9),
    /** Unsigned 64-bit integer. */
    U64(8, 23);

    private final int size;
    private final int tensorFlowCode;

    DType(int size, int tensorFlowCode) {
        this.size = size;
        this.tensorFlowCode = tensorFlowCode;
    }

    /** Bytes per element. */
    public int size() {
        return size;
    }

    /** Number of the type in TensorFlow's {@code DataType} enumeration, used in event files. */
    public int tensorFlowCode() {
        return tensorFlowCode;
    }

    /** The type with this safetensors name; empty if the name is unknown. */
    public static Optional<DType> named(String name) {
        for (DType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type with this number in TensorFlow's {@code DataType}; empty if there is no equal here. */
    public static Optional<DType> ofTensorFlowCode(int code) {
        for (DType type : values()) {
            if (type.tensorFlowCode == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
