package org.backprop.exchange.onnx;

import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.tensor.DType;

/** The numbers of ONNX for types of elements. */
final class ElementTypes {

    private static final Map<DType, Integer> CODES = Map.ofEntries(
            Map.entry(DType.F32, 1),
            Map.entry(DType.U8, 2),
            Map.entry(DType.I8, 3),
            Map.entry(DType.U16, 4),
            Map.entry(DType.I16, 5),
            Map.entry(DType.I32, 6),
            Map.entry(DType.I64, 7),
            Map.entry(DType.BOOL, 9),
            Map.entry(DType.F16, 10),
            Map.entry(DType.F64, 11),
            Map.entry(DType.U32, 12),
            Map.entry(DType.U64, 13),
            Map.entry(DType.BF16, 16));

    private ElementTypes() {}

    /** The number of a type. */
    static int code(DType type) {
        return CODES.get(type);
    }

    /** The type with this number; empty if there is no equal here, as for strings. */
    static Optional<DType> of(int code) {
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue() == code)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
