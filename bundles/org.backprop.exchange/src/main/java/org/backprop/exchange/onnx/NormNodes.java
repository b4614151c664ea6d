package org.backprop.exchange.onnx;

import java.util.Map;
import java.util.stream.LongStream;

import org.backprop.exchange.ExchangeException;
import org.backprop.model.BatchNormLayer;
import org.backprop.model.GroupNormLayer;
import org.backprop.model.LayerNormLayer;

/** Normalization as nodes. */
final class NormNodes {

    private static final String EPSILON = "epsilon";

    private NormNodes() {}

    /** By the running mean and variance. */
    static String batch(BatchNormLayer norm, Operands in) throws ExchangeException {
        int channels = in.shape().dims().getFirst();
        return in.graph()
                .node(
                        "BatchNormalization",
                        Map.of(EPSILON, (float) norm.epsilon()),
                        in.x(),
                        norm.affine() ? in.weight("weight") : in.repeated("ones", channels, 1),
                        norm.affine() ? in.weight("bias") : in.repeated("zeros", channels, 0),
                        in.weight("running_mean"),
                        in.weight("running_var"));
    }

    /** One feature by itself becomes 0, which ONNX Runtime refuses to compute as a normalization. */
    static String layer(LayerNormLayer norm, Operands in) throws ExchangeException {
        int features = in.shape().dims().getLast();
        if (features == 1) {
            String zero = in.graph().node("Sub", in.x(), in.x());
            return norm.affine() ? in.graph().node("Add", zero, in.weight("bias")) : zero;
        }
        Map<String, Object> attributes = Map.of("axis", -1L, EPSILON, (float) norm.epsilon());
        return norm.affine()
                ? in.weighted("LayerNormalization", attributes, in.x(), true)
                : in.graph().node("LayerNormalization", attributes, in.x(), in.repeated("ones", features, 1));
    }

    /** Instance normalization of the groups as if they were channels; operator set 18 has a node for the whole. */
    static String group(GroupNormLayer norm, Operands in) throws ExchangeException {
        String groups =
                in.reshaped(in.x(), LongStream.of(norm.groups(), in.shape().size() / norm.groups()));
        String normalized = in.graph()
                .node(
                        "InstanceNormalization",
                        Map.of(EPSILON, (float) norm.epsilon()),
                        groups,
                        in.repeated("ones", norm.groups(), 1),
                        in.repeated("zeros", norm.groups(), 0));
        String back = in.reshaped(normalized, in.shape());
        return norm.affine()
                ? in.graph()
                        .node("Add", in.graph().node("Mul", back, in.channelWeight("weight")), in.channelWeight("bias"))
                : back;
    }
}
