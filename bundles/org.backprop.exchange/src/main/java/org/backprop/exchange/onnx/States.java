package org.backprop.exchange.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.exchange.onnx.OnnxModel.Node;

/**
 * The states of a recurrent node as other nodes arrange them, until they are what one of our layers gives.
 *
 * @param node the node
 * @param from what it reads
 * @param axes the axes, outermost first
 * @param merge what became of the two directions; empty as long as they are apart, or if there is one
 */
record States(Node node, Flow from, List<Axis> axes, Optional<String> merge) {

    /** What an axis runs over. */
    enum Axis {
        STEPS,
        DIRECTIONS,
        BATCH,
        UNITS
    }

    private static final List<Axis> SEQUENCE = List.of(Axis.BATCH, Axis.STEPS, Axis.UNITS);
    private static final List<Axis> LAST = List.of(Axis.BATCH, Axis.UNITS);

    /** Copies the list. */
    States {
        axes = List.copyOf(axes);
    }

    /** Whether the states are those after each step. */
    boolean sequences() {
        return axes.contains(Axis.STEPS);
    }

    /** Whether it is what one of our layers gives. */
    boolean isLayer() {
        return axes.equals(SEQUENCE) || axes.equals(LAST);
    }

    /** Whether it is that but for the steps in front, as another recurrent node takes it. */
    boolean isStepsFirst() {
        return axes.equals(List.of(Axis.STEPS, Axis.BATCH, Axis.UNITS));
    }

    /** The axes in another order. */
    States permuted(List<Long> order) {
        return new States(
                node,
                from,
                order.stream().map(axis -> axes.get(Math.toIntExact(axis))).toList(),
                merge);
    }

    /** Without the axis of the directions. */
    States merged(String how) {
        List<Axis> left = new ArrayList<>(axes);
        left.remove(Axis.DIRECTIONS);
        return new States(node, from, left, Optional.of(how));
    }

    /** Without the axis of the one direction. */
    States squeezed() {
        List<Axis> left = new ArrayList<>(axes);
        left.remove(Axis.DIRECTIONS);
        return new States(node, from, left, merge);
    }
}
