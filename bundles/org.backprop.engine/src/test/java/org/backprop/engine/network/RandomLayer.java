package org.backprop.engine.network;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;

/**
 * Random networks around a layer of the catalogue, as texts of model files. Parameters are drawn from their ranges, and
 * so are the shape and the number of the layer's inputs; what does not fit together is drawn again.
 */
public final class RandomLayer {

    /** Features of a sample of networks with trained layers in front. */
    static final int FEATURES = 3;

    private static final int ATTEMPTS = 1500;
    private static final double CHANCE_OF_DEFAULT = 0.5;

    private final TypeInfo type;
    private final Random random;

    /** Draws with this seed. */
    public RandomLayer(String key, int seed) {
        type = Catalogue.type(Family.LAYER, key).orElseThrow();
        random = new Random(31L * key.hashCode() + seed);
    }

    /**
     * A model whose layers "layer" and, in front of it, "front_1" and so on stand for the layer and its inputs: as the
     * gradients of the latter's weights are those of the layer's inputs times as many features as a batch has samples, the
     * ones are right if the others are. A layer that takes nothing but the network's input stands alone.
     */
    public Model model() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String text = text(attempt < ATTEMPTS / 2);
            Optional<Model> model = ModelReader.read("random.nn.yaml", text).model();
            if (model.isPresent()) {
                return model.get();
            }
        }
        throw new AssertionError("no valid configuration of " + type.key() + " in " + ATTEMPTS + " attempts, such as\n"
                + text(true) + ModelReader.read("random.nn.yaml", text(true)).problems());
    }

    private String text(boolean front) {
        List<Integer> shape = IntStream.rangeClosed(0, random.nextInt(3))
                .map(i -> 1 + random.nextInt(4))
                .boxed()
                .toList();
        int inputs = front ? 1 + random.nextInt(3) : 0;
        StringBuilder text = new StringBuilder("backprop: 1\ndata: {csv: none.csv}\ntraining: {loss: mse}\n");
        text.append("network:\n  input: ")
                .append(front ? List.of(FEATURES) : shape)
                .append("\n  layers:\n");
        for (int i = 1; i <= inputs; i++) {
            int size = shape.stream().reduce(1, Math::multiplyExact);
            text.append("  - dense: {name: front_%d, inputs: input, units: %d}%n".formatted(i, size))
                    .append("  - reshape: {name: shaped_%d, shape: %s}%n".formatted(i, shape));
        }
        String names =
                IntStream.rangeClosed(1, inputs).mapToObj(i -> "shaped_" + i).collect(Collectors.joining(", "));
        String named = "name: layer" + (front ? ", inputs: [" + names + "]" : "");
        String parameters = parameters(type, shape);
        return text.append(
                        "  - %s: {%s%s}%n".formatted(type.key(), named, parameters.isEmpty() ? "" : ", " + parameters))
                .append("  - flatten: {name: flat}\n")
                .toString();
    }

    private String parameters(TypeInfo type, List<Integer> shape) {
        return type.parameters().stream()
                .filter(parameter -> parameter.required() || random.nextDouble() >= CHANCE_OF_DEFAULT)
                .map(parameter -> parameter.key() + ": " + value(parameter, shape))
                .collect(Collectors.joining(", "));
    }

    private String value(ParameterInfo parameter, List<Integer> shape) {
        return switch (parameter.kind()) {
            case INTEGER -> String.valueOf(integer(parameter));
            case NUMBER -> String.valueOf(number(parameter));
            case BOOLEAN -> String.valueOf(random.nextBoolean());
            case CHOICE -> any(parameter.choices());
            case SIZE -> size(parameter);
            case PADDING -> random.nextBoolean() ? any(parameter.choices()) : size(parameter);
            case SHAPE ->
                String.valueOf(random.ints(1 + random.nextInt(3), 1, 5).boxed().toList());
            case FAMILY -> "{" + member(Family.of(parameter.element()).orElseThrow(), shape) + "}";
            case LAYERS ->
                IntStream.rangeClosed(0, random.nextInt(2))
                        .mapToObj(i -> "{" + member(Family.LAYER, shape) + "}")
                        .collect(Collectors.joining(", ", "[", "]"));
            default -> throw new AssertionError("no random value for a parameter of kind " + parameter.kind());
        };
    }

    private String member(Family family, List<Integer> shape) {
        TypeInfo member = Catalogue.types(family)
                .get(random.nextInt(Catalogue.types(family).size()));
        return member.key() + ": {" + parameters(member, shape) + "}";
    }

    private int integer(ParameterInfo parameter) {
        return (int) Math.max(parameter.range().min(), 0) + random.nextInt(4);
    }

    private String size(ParameterInfo parameter) {
        int size = integer(parameter);
        return random.nextBoolean() ? String.valueOf(size) : "[" + size + ", " + integer(parameter) + "]";
    }

    /** A number well inside a narrow range, else near the default. */
    private double number(ParameterInfo parameter) {
        double low = parameter.range().min();
        double high = parameter.range().max();
        double share = 0.1 + 0.8 * random.nextDouble();
        if (high - low <= 1) {
            return low + share * (high - low);
        }
        return parameter.defaultValue().map(Double::parseDouble).orElse(Math.max(low, 0) + 1) * (0.5 + share);
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
