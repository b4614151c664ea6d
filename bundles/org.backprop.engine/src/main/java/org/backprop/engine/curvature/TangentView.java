package org.backprop.engine.curvature;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.View;

/** A view of values and one of their tangents. */
final class TangentView implements View {

    private final TangentBuffer buffer;
    private final View value;
    private final View tangent;
    private final View[] spares = new View[SpareViews.COUNT];
    private Runnable forward;
    private Runnable backward;
    private Buffer memory;

    TangentView(TangentBuffer buffer, View value, View tangent) {
        this.buffer = buffer;
        this.value = value;
        this.tangent = tangent;
    }

    static TangentView of(View view) {
        return (TangentView) view;
    }

    /** The values behind a view, or null. */
    static View value(View view) {
        return view == null ? null : of(view).value;
    }

    /** The tangents behind a view, or null. */
    static View tangent(View view) {
        return view == null ? null : of(view).tangent;
    }

    View value() {
        return value;
    }

    View tangent() {
        return tangent;
    }

    /** Promises that nobody writes to this memory again, so that its tangents stay 0. */
    void hold() {
        buffer.hold(offset(), length());
    }

    /** Whether the tangents are known to be 0. */
    boolean isConstant() {
        return buffer.holds(offset(), length());
    }

    /** A view of other memory that is kept here because it has this one's shape; null at first. */
    View spare(int number) {
        return spares[number];
    }

    void keepSpare(int number, View spare) {
        spares[number] = spare;
    }

    /** What computes the operation that has this view as its result or memory, in other operations; null at first. */
    Runnable forward() {
        return forward;
    }

    void keepForward(Runnable forward) {
        this.forward = forward;
    }

    /** What computes the gradient of that operation; null at first. */
    Runnable backward() {
        return backward;
    }

    void keepBackward(Runnable backward) {
        this.backward = backward;
    }

    /** What those two keep for each other; null at first. */
    Buffer memory() {
        return memory;
    }

    void keepMemory(Buffer memory) {
        this.memory = memory;
    }

    @Override
    public Buffer buffer() {
        return buffer;
    }

    @Override
    public long offset() {
        return value.offset();
    }

    @Override
    public int rows() {
        return value.rows();
    }

    @Override
    public int columns() {
        return value.columns();
    }
}
