package org.backprop.exchange.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.exchange.ExchangeException;
import org.backprop.model.Conv1dLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.Conv2dTransposeLayer;
import org.backprop.model.Pool2dLayer;
import org.backprop.model.Size2d;
import org.backprop.model.Window;

/** Convolutions and pools as nodes. */
final class WindowNodes {

    private WindowNodes() {}

    static String conv(Conv2dLayer conv, Operands in) throws ExchangeException {
        Map<String, Object> attributes = attributes(conv.window(in.shape()));
        attributes.put("group", (long) conv.groups());
        return in.weighted("Conv", attributes, in.image(), conv.bias());
    }

    static String conv(Conv1dLayer conv, Operands in) throws ExchangeException {
        Window window = conv.ofImage().window(Conv1dLayer.image(in.shape()));
        Map<String, Object> attributes = Map.of(
                "kernel_shape", List.of((long) conv.kernel()),
                "strides", List.of((long) conv.stride()),
                "dilations", List.of((long) conv.dilation()),
                "pads", List.of((long) window.left(), (long) window.right()),
                "group", (long) conv.groups());
        return in.weighted("Conv", attributes, in.x(), conv.bias());
    }

    static String transposed(Conv2dTransposeLayer conv, Operands in) throws ExchangeException {
        Map<String, Object> attributes = attributes(conv.window(in.shape()));
        attributes.put("group", (long) conv.groups());
        return in.weighted("ConvTranspose", attributes, in.image(), conv.bias());
    }

    static String pool(String operator, Pool2dLayer pool, Operands in, Map<String, Object> more) {
        Map<String, Object> attributes = attributes(pool.window(in.shape()));
        attributes.remove("dilations");
        attributes.putAll(more);
        return in.graph().node(operator, attributes, in.image());
    }

    private static Map<String, Object> attributes(Window window) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("kernel_shape", both(window.kernel()));
        attributes.put("strides", both(window.stride()));
        attributes.put("dilations", both(window.dilation()));
        attributes.put("pads", List.of((long) window.top(), (long) window.left(), (long) window.bottom(), (long)
                window.right()));
        return attributes;
    }

    private static List<Long> both(Size2d size) {
        return List.of((long) size.height(), (long) size.width());
    }
}
