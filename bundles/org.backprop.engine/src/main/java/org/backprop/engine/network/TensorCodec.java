package org.backprop.engine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.Buffer;

/** Shows flat buffers as named tensors, one for each parameter or statistic, and copies such tensors to them. */
public final class TensorCodec {

    private final List<Parameter> parameters;

    /** A codec for flat buffers that hold these parameters. */
    public TensorCodec(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /** All tensors in {@code flat}, each named {@code prefix} and the parameter's name. */
    public List<TensorView> views(Buffer flat, String prefix) {
        return parameters.stream()
                .map(parameter -> new TensorView(
                        prefix + parameter.name(), parameter.shape(), flat, parameter.offset(), parameter.length()))
                .toList();
    }

    /**
     * Checks that {@code tensors} are exactly those that {@link #views} gives for all {@code prefixes}, in any order.
     *
     * @throws IllegalArgumentException if a tensor is missing, superfluous or of another shape; the message names it
     */
    public void check(List<NamedTensor> tensors, List<String> prefixes) {
        Map<String, NamedTensor> rest = byName(tensors);
        for (String prefix : prefixes) {
            for (Parameter parameter : parameters) {
                String name = prefix + parameter.name();
                checkShape(name, parameter, rest.remove(name));
            }
        }
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("the network has no place for the tensor '"
                    + rest.keySet().stream().sorted().findFirst().orElseThrow() + "'");
        }
    }

    private static void checkShape(String name, Parameter parameter, NamedTensor tensor) {
        if (tensor == null) {
            throw new IllegalArgumentException("the tensor '" + name + "' is missing");
        }
        if (!tensor.shape().equals(parameter.shape()) || tensor.values().length != parameter.length()) {
            throw new IllegalArgumentException("the tensor '" + name + "' has shape " + tensor.shape()
                    + ", the network needs " + parameter.shape());
        }
    }

    /** Writes the tensors with this prefix, {@link #check checked} before, to their places in {@code flat}. */
    public void write(List<NamedTensor> tensors, String prefix, Buffer flat) {
        Map<String, NamedTensor> byName = byName(tensors);
        for (Parameter parameter : parameters) {
            float[] values = byName.get(prefix + parameter.name()).values();
            flat.write(parameter.offset(), values, 0, values.length);
        }
    }

    private static Map<String, NamedTensor> byName(List<NamedTensor> tensors) {
        Map<String, NamedTensor> byName = new HashMap<>();
        tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
        return byName;
    }
}
