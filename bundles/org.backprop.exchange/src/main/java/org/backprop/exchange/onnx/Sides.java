package org.backprop.exchange.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.backprop.exchange.ExchangeException;

/**
 * The padding of a window in our terms: alike on both sides, or {@code same}. A filter that is padded by one more at the end
 * gets zeros in front instead.
 *
 * @param kernel size of the window along each axis, with the zeros
 * @param padding a word, a number or a list of two
 * @param zeros zeros in front of the weights along each axis
 * @param pads whether there is any padding
 */
record Sides(List<Long> kernel, Object padding, List<Integer> zeros, boolean pads) {

    /** Whether filters get zeros. */
    boolean hasZeros() {
        return zeros.stream().anyMatch(count -> count > 0);
    }

    /**
     * The padding of a node.
     *
     * @param kernel size of the window along each axis
     * @param filters whether there are weights, which may get zeros in front
     */
    static Sides of(Operation op, List<Long> kernel, boolean filters) throws ExchangeException {
        int axes = kernel.size();
        List<Long> dilations = op.wholes("dilations", Collections.nCopies(axes, 1L));
        List<Long> pads = pads(op, kernel, dilations);
        op.require(pads.size() == 2 * axes && dilations.size() == axes, "its pads or dilations do not fit its kernel");
        boolean any = pads.stream().anyMatch(pad -> pad != 0);
        List<Long> before = pads.subList(0, axes);
        List<Long> after = pads.subList(axes, 2 * axes);
        List<Integer> none = Collections.nCopies(axes, 0);
        if (before.equals(after)) {
            return new Sides(kernel, axes == 1 ? before.getFirst() : before, none, any);
        }
        if (isSame(kernel, dilations, before, after) && !op.node().operator().equals("ConvTranspose")) {
            return new Sides(kernel, "same", none, any);
        }
        List<Long> longer = new ArrayList<>();
        List<Integer> zeros = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            long more = after.get(axis) - before.get(axis);
            op.require(
                    filters && (more == 0 || more == 1 && dilations.get(axis) == 1),
                    "its padding " + pads + " is not the same on both sides");
            longer.add(kernel.get(axis) + more);
            zeros.add((int) more);
        }
        op.builder()
                .report()
                .changed(op.node().title()
                        + " is padded by one more at the end than in front; here its filters begin with zeros instead: "
                        + "predictions are the same, but training changes the zeros, too.");
        return new Sides(longer, axes == 1 ? after.getFirst() : after, zeros, any);
    }

    /** As many zeros as keep the size with a stride of 1, an odd one at the end. */
    private static boolean isSame(List<Long> kernel, List<Long> dilations, List<Long> before, List<Long> after) {
        for (int axis = 0; axis < kernel.size(); axis++) {
            long total = dilations.get(axis) * (kernel.get(axis) - 1);
            if (before.get(axis) != total / 2 || after.get(axis) != total - total / 2) {
                return false;
            }
        }
        return true;
    }

    private static List<Long> pads(Operation op, List<Long> kernel, List<Long> dilations) throws ExchangeException {
        int axes = kernel.size();
        List<Long> zeros = Collections.nCopies(2 * axes, 0L);
        String automatic = op.text("auto_pad", "NOTSET");
        if (automatic.equals("NOTSET") || automatic.equals("VALID")) {
            return automatic.equals("VALID") ? zeros : op.wholes("pads", zeros);
        }
        List<Long> strides = op.wholes("strides", Collections.nCopies(axes, 1L));
        List<Long> pads = new ArrayList<>(zeros);
        for (int axis = 0; axis < axes; axis++) {
            long size = op.shape().dims().get(axis + 1);
            long places = Math.ceilDiv(size, strides.get(axis));
            long span = dilations.get(axis) * (kernel.get(axis) - 1) + 1;
            long total = Math.max(0, (places - 1) * strides.get(axis) + span - size);
            long small = total / 2;
            boolean upper = automatic.equals("SAME_UPPER");
            pads.set(axis, upper ? small : total - small);
            pads.set(axes + axis, upper ? total - small : small);
        }
        return pads;
    }
}
