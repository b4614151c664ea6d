package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.backprop.engine.network.Network;
import org.backprop.engine.network.TensorView;
import org.backprop.model.Model;
import org.backprop.model.ModelWriter;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.tensor.TensorContent;

/**
 * Writes networks as model files {@code NAME.nn.yaml} with their weights in {@code NAME.safetensors} beside them. They can
 * be trained on with the same data; the pruning that has led to them is not done again.
 *
 * @param folder where the files go; made if need be
 * @param base where the paths in the model start until now; in the files they start at the folder
 */
public record ModelExport(Path folder, Path base) {

    /**
     * What was written.
     *
     * @param model the model file
     * @param weights the weights
     */
    public record Exported(Path model, Path weights) {}

    /** Makes the paths absolute. */
    public ModelExport {
        folder = folder.toAbsolutePath().normalize();
        base = base.toAbsolutePath().normalize();
    }

    /** Writes both files, replacing old ones; the network must be one of the model. */
    public Exported write(String name, Model model, Network network) throws IOException {
        Files.createDirectories(folder);
        Exported files = new Exported(folder.resolve(name + ".nn.yaml"), folder.resolve(name + ".safetensors"));
        writeWeights(network.tensors(), files.weights());
        Files.writeString(files.model(), text(name, model, files.weights()));
        return files;
    }

    /** Writes tensors as a safetensors file, which {@code load_state_dict} of PyTorch accepts. */
    public static void writeWeights(List<TensorView> tensors, Path file) throws IOException {
        SequencedMap<String, TensorContent> contents = new LinkedHashMap<>();
        tensors.forEach(tensor -> contents.put(tensor.name(), new FloatContent(tensor)));
        Safetensors.write(file, contents, Map.of("format", "pt"));
    }

    private String text(String name, Model model, Path weights) {
        Map<String, Object> file = ModelWriter.resolved(model);
        file.put("name", name);
        Map<String, Object> data = section(file.get("data"));
        relocate(data.values().iterator().next(), "path");
        Map<String, Object> network = section(file.get("network"));
        Object layers = network.remove("layers");
        network.remove("mapping");
        network.put("weights", weights.getFileName().toString());
        network.put("layers", layers);
        Map<String, Object> training = section(file.get("training"));
        training.remove("pruning");
        section(training.getOrDefault("order", Map.of())).values().forEach(order -> relocate(order, "run"));
        return ModelWriter.text(file);
    }

    @SuppressWarnings("unchecked") // made by ModelWriter
    private static Map<String, Object> section(Object value) {
        return (Map<String, Object>) value;
    }

    private void relocate(Object section, String key) {
        section(section).computeIfPresent(key, (name, path) -> relocated(path.toString()));
    }

    private String relocated(String path) {
        Path target = base.resolve(path).normalize();
        if (Path.of(path).isAbsolute() || !target.getRoot().equals(folder.getRoot())) {
            return target.toString();
        }
        return folder.relativize(target).toString().replace('\\', '/');
    }
}
