package org.backprop.exchange;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.backprop.model.Model;
import org.backprop.model.ModelWriter;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.tensor.Tensor;

/**
 * A network that was read from a file of another tool. Its data section is a placeholder, as no other tool's file says where
 * the samples are.
 *
 * @param model the model, whose name is that of the files
 * @param weights parameters and statistics by the names of the state dict
 * @param report what was carried over
 */
public record ImportedNetwork(Model model, SequencedMap<String, Tensor> weights, ImportReport report) {

    private static final String PLACEHOLDER = "data.npz";

    /** Copies the map. */
    public ImportedNetwork {
        weights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weights));
    }

    /**
     * The files of an import.
     *
     * @param model the model file
     * @param weights the weights, which the model file names
     * @param report the report as text
     */
    public record Written(Path model, Path weights, Path report) {}

    /**
     * Writes {@code NAME.nn.yaml}, {@code NAME.safetensors} and {@code NAME.import.txt}.
     *
     * @param folder where to; made if need be
     * @throws FileAlreadyExistsException if one of them is there
     */
    public Written write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = model.name();
        Written files = new Written(
                folder.resolve(name + ".nn.yaml"),
                folder.resolve(name + ".safetensors"),
                folder.resolve(name + ".import.txt"));
        for (Path file : List.of(files.model, files.weights, files.report)) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        Safetensors.write(files.weights, weights, Map.of("format", "pt"));
        Files.write(files.report, report.lines());
        Files.writeString(files.model, text());
        return files;
    }

    /** The text of the model file. */
    public String text() {
        return """
                # %s
                # The data is yet to be named: a sample is %s, channels before rows and columns.
                """.formatted(report.lines().getFirst(), model.network().input()) + ModelWriter.text(model);
    }

    /** The path that stands for the data in the model file. */
    static String placeholder() {
        return PLACEHOLDER;
    }
}
