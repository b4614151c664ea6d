package org.backprop.engine.kernels.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.contract.Operand.Role;

/** Operands in one buffer, each at an odd place and between guards, so that a write outside of a view is found. */
public final class Placed {

    private static final int GUARD = 35;
    private static final float GUARD_VALUE = 12345;

    private final List<Operand> operands;
    private final Map<String, View> views = new LinkedHashMap<>();
    private final Buffer buffer;

    Placed(Kernels kernels, List<Operand> operands) {
        this.operands = operands;
        long length = GUARD;
        for (Operand operand : operands) {
            length += operand.length() + GUARD;
        }
        buffer = kernels.allocate(length);
        float[] values = new float[(int) length];
        Arrays.fill(values, GUARD_VALUE);
        int at = GUARD;
        for (Operand operand : operands) {
            System.arraycopy(operand.values(), 0, values, at, operand.length());
            views.put(operand.name(), buffer.view(at, operand.rows(), operand.columns()));
            at += operand.length() + GUARD;
        }
        buffer.write(0, values, 0, values.length);
    }

    /** The view of an operand, or null if there is none of that name. */
    public View get(String name) {
        return views.get(name);
    }

    Map<String, float[]> results() {
        Map<String, float[]> results = new LinkedHashMap<>();
        for (Operand operand : operands) {
            if (operand.role().isCompared()) {
                results.put(operand.name(), get(operand.name()).toArray());
            }
        }
        return results;
    }

    void assertNothingElseChanged() {
        float[] guard = new float[GUARD];
        float[] intact = new float[GUARD];
        Arrays.fill(intact, GUARD_VALUE);
        long at = 0;
        for (Operand operand : operands) {
            buffer.read(at, guard, 0, GUARD);
            assertArrayEquals(intact, guard, "memory before " + operand.name());
            at += GUARD + operand.length();
            if (operand.role() == Role.INPUT) {
                assertArrayEquals(operand.values(), get(operand.name()).toArray(), operand.name());
            }
        }
        buffer.read(at, guard, 0, GUARD);
        assertArrayEquals(intact, guard, "memory behind the last operand");
    }
}
