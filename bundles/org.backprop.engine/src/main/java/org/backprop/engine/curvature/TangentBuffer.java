package org.backprop.engine.curvature;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;

/** Values and their tangents, in two buffers of other kernels. Values are read; what is written has no tangent. */
final class TangentBuffer implements Buffer {

    private final Buffer values;
    private final Buffer tangents;
    private final List<Range> constants = new ArrayList<>();
    private float[] zeros = new float[0];

    private record Range(long begin, long end) {}

    TangentBuffer(Kernels kernels, long length) {
        values = kernels.allocate(length);
        tangents = kernels.allocate(length);
    }

    /** See {@link TangentView#hold}. */
    void hold(long offset, long length) {
        constants.add(new Range(offset, offset + length));
    }

    /** See {@link TangentView#isConstant}. */
    boolean holds(long offset, long length) {
        for (int i = 0; i < constants.size(); i++) {
            if (constants.get(i).begin <= offset && offset + length <= constants.get(i).end) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long length() {
        return values.length();
    }

    @Override
    public void read(long offset, float[] to, int at, int count) {
        values.read(offset, to, at, count);
    }

    @Override
    public void write(long offset, float[] from, int at, int count) {
        values.write(offset, from, at, count);
        if (zeros.length < count) {
            zeros = new float[count];
        }
        tangents.write(offset, zeros, 0, count);
    }

    @Override
    public TangentView view(long offset, int rows, int columns) {
        return new TangentView(this, values.view(offset, rows, columns), tangents.view(offset, rows, columns));
    }
}
