package org.backprop.exchange.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.onnx.States.Axis;
import org.backprop.model.Shape;

/** Operations of ONNX that arrange elements: of samples, and of the states of recurrent nodes. */
final class ShapeOperations {

    private static final List<Long> STEPS_FIRST = List.of(1L, 0L, 2L);
    private static final Map<String, String> MERGES =
            Map.of("ReduceSum", "add", "ReduceProd", "multiply", "ReduceMean", "average");

    private ShapeOperations() {}

    static Flow flow(Operation op) throws ExchangeException {
        return switch (op.node().operator()) {
            case "LSTM", "GRU", "RNN" -> RecurrentOperations.states(op);
            case "Transpose" -> transposed(op);
            case "Reshape" -> op.raw(0).states() == null ? reshaped(op) : joined(op);
            case "Squeeze" -> squeezed(op);
            case "Unsqueeze" -> unsqueezed(op);
            default -> reduced(op);
        };
    }

    private static Flow transposed(Operation op) throws ExchangeException {
        List<Long> order = op.wholes("perm", List.of());
        Flow x = op.raw(0);
        if (x.states() != null) {
            op.require(isOrder(order, x.states().axes().size()), "its perm " + order + " does not fit its input");
            return RecurrentOperations.settled(op, x.states().permuted(order));
        }
        if (order.equals(STEPS_FIRST) && x.view().rank() == 2) {
            Flow sequence = x.stepsFirst() ? x : op.x();
            return new Flow(sequence.layer(), sequence.shape(), sequence.view(), !x.stepsFirst(), null);
        }
        for (int i = 0; i < order.size(); i++) {
            op.require(
                    order.get(i) == i, "the elements of samples keep their order here, except around recurrent nodes");
        }
        return x;
    }

    private static boolean isOrder(List<Long> order, int rank) {
        return order.size() == rank
                && order.stream()
                        .sorted()
                        .toList()
                        .equals(List.of(0L, 1L, 2L, 3L).subList(0, rank));
    }

    private static Flow reshaped(Operation op) throws ExchangeException {
        Flow x = op.raw(0);
        List<Long> target = op.wholes(1, "shape").orElseThrow(() -> op.refused("its shape is not in the file"));
        op.require(
                target.size() > 1 && target.getFirst() < 2,
                "its shape " + target + " does not keep the batch in front");
        List<Integer> dims = new ArrayList<>();
        long known = 1;
        for (int i = 1; i < target.size(); i++) {
            long size =
                    target.get(i) == 0 && i <= x.view().rank() ? x.view().dims().get(i - 1) : target.get(i);
            dims.add(Math.toIntExact(size));
            known *= size > 0 ? size : 1;
        }
        long left = x.view().size() / known;
        dims.replaceAll(size -> size < 1 ? Math.toIntExact(left) : size);
        Shape view = new Shape(dims);
        op.require(
                view.size() == x.view().size(), "its shape " + target + " does not hold samples of shape " + x.view());
        return x.seenAs(view);
    }

    /** The features of both directions, one behind the other. */
    private static Flow joined(Operation op) throws ExchangeException {
        States states = op.raw(0).states();
        int rank = states.axes().size();
        boolean behind = rank > 1
                && states.axes().get(rank - 1) == Axis.UNITS
                && states.axes().get(rank - 2) == Axis.DIRECTIONS;
        op.require(behind, "the states of both directions are not side by side");
        return RecurrentOperations.settled(op, states.merged("concat"));
    }

    private static Flow reduced(Operation op) throws ExchangeException {
        Flow x = op.raw(0);
        Optional<List<Long>> axes = op.wholes(1, "axes");
        boolean gone = op.whole("keepdims", 1) == 0;
        if (x.states() != null) {
            int at = x.states().axes().indexOf(Axis.DIRECTIONS);
            op.require(gone && axes.equals(Optional.of(List.of((long) at))), "it does not merge the two directions");
            return RecurrentOperations.settled(
                    op, x.states().merged(MERGES.get(op.node().operator())));
        }
        boolean ofImage = axes.isPresent()
                && x.view().rank() == 3
                && (axes.get().equals(List.of(2L, 3L)) || axes.get().equals(List.of(-2L, -1L)));
        op.require(
                ofImage && op.node().operator().equals("ReduceMean"),
                "the mean of each channel of an image is what there is here");
        Flow pooled = WindowOperations.global(op, "global_avg_pool");
        return gone ? pooled.seenAs(pooled.shape()) : pooled;
    }

    private static Flow squeezed(Operation op) throws ExchangeException {
        Flow x = op.raw(0);
        Optional<List<Long>> axes = op.wholes(1, "axes");
        if (x.states() != null) {
            int at = x.states().axes().indexOf(Axis.DIRECTIONS);
            op.require(
                    axes.equals(Optional.of(List.of((long) at)))
                            && !RecurrentOperations.isBidirectional(x.states().node()),
                    "it does not leave out the one direction");
            return RecurrentOperations.settled(op, x.states().squeezed());
        }
        List<Integer> dims = new ArrayList<>();
        int rank = x.view().rank();
        for (int i = 0; i < rank; i++) {
            long axis = i + 1L;
            boolean named =
                    axes.isEmpty() || axes.get().contains(axis) || axes.get().contains(axis - rank - 1);
            if (!(named && x.view().dims().get(i) == 1)) {
                dims.add(x.view().dims().get(i));
            }
        }
        return x.seenAs(dims.isEmpty() ? Shape.of(1) : new Shape(dims));
    }

    private static Flow unsqueezed(Operation op) throws ExchangeException {
        Flow x = op.raw(0);
        List<Long> axes = op.wholes(1, "axes").orElseThrow(() -> op.refused("its axes are not in the file"));
        List<Integer> dims = new ArrayList<>(x.view().dims());
        int rank = dims.size() + 1 + axes.size();
        for (long axis : axes.stream()
                .map(axis -> axis < 0 ? axis + rank : axis)
                .sorted()
                .toList()) {
            op.require(axis > 0 && axis <= dims.size() + 1, "it puts an axis before the batch");
            dims.add((int) axis - 1, 1);
        }
        return x.seenAs(new Shape(dims));
    }
}
