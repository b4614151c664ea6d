package org.backprop.model.launch;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A training as a {@code .launch} file describes it, for those who run it without the IDE.
 *
 * @param model absolute path of the model file
 * @param runs absolute path of the folder for the run folder
 * @param data absolute path of the folder that the data paths start in; empty for the model file's
 * @param resume absolute path of the run to take up again; empty for a new one
 * @param overrides dotted path to YAML value, epochs and seed among them
 * @param options values of {@code --backend}, {@code --kernels}, {@code --threads}, and in place of the first {@code
 *     --spark}, {@code --workers} and {@code --average-every} where it is Spark; as far as they are given
 * @param vmArguments arguments of the virtual machine as one text, may be empty
 */
public record LaunchFile(
        Path model,
        Path runs,
        Optional<Path> data,
        Optional<Path> resume,
        SortedMap<String, String> overrides,
        Map<String, String> options,
        String vmArguments) {
    /** How names of launch files end. */
    public static final String SUFFIX = ".launch";

    private static final Map<String, String> OPTIONS =
            Map.of(LaunchKeys.BACKEND, "backend", LaunchKeys.KERNELS, "kernels", LaunchKeys.THREADS, "threads");

    /** Copies the maps. */
    public LaunchFile {
        overrides = Collections.unmodifiableSortedMap(new TreeMap<>(overrides));
        options = Map.copyOf(options);
    }

    /**
     * Reads a file.
     *
     * @param environment the environment variables, for {@code ${env_var:NAME}}
     * @throws LaunchFileException if it is not the configuration of a training, or names what is not known here
     */
    public static LaunchFile read(Path file, Map<String, String> environment) throws IOException, LaunchFileException {
        LaunchXml xml = LaunchXml.read(file);
        if (!xml.type().equals(LaunchKeys.TRAINING)) {
            throw new LaunchFileException(file, "is not a launch configuration of the type " + LaunchKeys.TRAINING);
        }
        String model = xml.strings().getOrDefault(LaunchKeys.MODEL, "").strip();
        String[] segments = model.split("/", 3);
        if (segments.length < 3 || !segments[0].isEmpty()) {
            throw new LaunchFileException(file, "its model is no path in a workspace, such as /project/model.nn.yaml");
        }
        return new Reader(file, xml, LaunchPlaces.around(file, segments[1], environment)).read(model);
    }

    private record Reader(Path file, LaunchXml xml, LaunchPlaces places) {
        LaunchFile read(String model) throws LaunchFileException {
            Map<String, String> options = new LinkedHashMap<>();
            for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
                text(option.getKey()).ifPresent(value -> options.put(option.getValue(), value));
            }
            readCluster(options);
            return new LaunchFile(
                    places.resource(model),
                    path(LaunchKeys.RUNS).orElse(places.project().resolve("runs")),
                    path(LaunchKeys.DATA),
                    path(LaunchKeys.RESUME),
                    overrides(),
                    options,
                    text(LaunchKeys.VM_ARGUMENTS).orElse(""));
        }

        private void readCluster(Map<String, String> options) throws LaunchFileException {
            if (options.remove("backend", LaunchKeys.SPARK_BACKEND)) {
                options.put(
                        "spark",
                        text(LaunchKeys.SPARK)
                                .orElseThrow(() -> new LaunchFileException(
                                        file, "its backend is Spark, but it does not name a cluster")));
                text(LaunchKeys.WORKERS).ifPresent(workers -> options.put("workers", workers));
                text(LaunchKeys.AVERAGE_EVERY).ifPresent(steps -> options.put("average-every", steps));
            }
        }

        private SortedMap<String, String> overrides() throws LaunchFileException {
            SortedMap<String, String> overrides = new TreeMap<>();
            Map<String, String> raw = xml.maps().getOrDefault(LaunchKeys.OVERRIDES, Map.of());
            for (Map.Entry<String, String> override : raw.entrySet()) {
                overrides.put(override.getKey().strip(), places.substitute(override.getValue()));
            }
            text(LaunchKeys.EPOCHS).ifPresent(epochs -> overrides.put("training.epochs", epochs));
            text(LaunchKeys.SEED).ifPresent(seed -> overrides.put("training.seed", seed));
            return overrides;
        }

        private Optional<String> text(String key) throws LaunchFileException {
            String text = places.substitute(xml.strings().getOrDefault(key, "")).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }

        private Optional<Path> path(String key) throws LaunchFileException {
            try {
                return text(key).map(text -> places.project().resolve(text).normalize());
            } catch (InvalidPathException e) {
                throw new LaunchFileException(file, e.getMessage(), e);
            }
        }
    }
}
