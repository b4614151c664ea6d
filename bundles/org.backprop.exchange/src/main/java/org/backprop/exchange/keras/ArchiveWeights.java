package org.backprop.exchange.keras;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.backprop.exchange.ExchangeException;
import org.backprop.runlog.tensor.Tensor;

/**
 * {@code model.weights.h5} of a {@code .keras} archive: {@code layers/<class>[_<count>]/vars/<number>}, where layers are
 * counted by the name of their class in the order of the model, whatever they are called.
 */
final class ArchiveWeights implements KerasWeights {

    private static final String VARIABLES = "vars";

    private final Hdf5File file;
    private final Map<String, String> groups = new HashMap<>();

    ArchiveWeights(Hdf5File file, List<KerasLayer> layers) {
        this.file = file;
        Map<String, Integer> counts = new HashMap<>();
        for (KerasLayer layer : layers) {
            String stem = snakeCase(layer.type());
            int before = counts.merge(stem, 1, Integer::sum) - 1;
            groups.put(layer.name(), "layers/" + stem + (before == 0 ? "" : "_" + before));
        }
    }

    /** Keras' name for a class in paths: {@code MaxPooling2D} is {@code max_pooling2d}. */
    static String snakeCase(String type) {
        return type.replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Tensor> of(KerasLayer layer) throws IOException {
        String group = groups.get(layer.name());
        List<Tensor> tensors = new ArrayList<>();
        for (String part : parts(layer.type())) {
            String path = group + part + "/" + VARIABLES;
            int count = file.hasGroup(path) ? file.children(path).size() : 0;
            for (int i = 0; i < count; i++) {
                tensors.add(file.floats(path + "/" + i));
            }
        }
        if (tensors.isEmpty() && !file.hasGroup("layers")) {
            throw new ExchangeException(file.name()
                    + " has no group \"layers\": it was not written by Keras 3; save the model again with it");
        }
        return tensors;
    }

    /** The objects inside of a layer that own its weights. */
    private static List<String> parts(String type) {
        return switch (type) {
            case "LSTM", "GRU", "SimpleRNN" -> List.of("/cell");
            case "Bidirectional" -> List.of("/forward_layer/cell", "/backward_layer/cell");
            default -> List.of("");
        };
    }
}
