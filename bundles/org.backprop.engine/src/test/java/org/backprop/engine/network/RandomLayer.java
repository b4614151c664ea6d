package org.backprop.engine.network;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backprop.engine.testing.RandomSpec;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.TypeInfo;

/**
 * Random networks around a layer of the catalogue, as texts of model files. Parameters are drawn from their ranges, and
 * so are the shape and the number of the layer's inputs; what does not fit together is drawn again.
 */
public final class RandomLayer {

    /** Features of a sample of networks with trained layers in front. */
    static final int FEATURES = 3;

    private static final int ATTEMPTS = 1500;

    private final TypeInfo type;
    private final Random random;
    private final RandomSpec spec;

    /** Draws with this seed. */
    public RandomLayer(String key, int seed) {
        type = Catalogue.type(Family.LAYER, key).orElseThrow();
        random = new Random(31L * key.hashCode() + seed);
        spec = new RandomSpec(random);
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
        String parameters = spec.parameters(type);
        return text.append(
                        "  - %s: {%s%s}%n".formatted(type.key(), named, parameters.isEmpty() ? "" : ", " + parameters))
                .append("  - flatten: {name: flat}\n")
                .toString();
    }
}
