package org.backprop.runlog.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.Signature;

/**
 * A Java program that predicts with a run through {@code org.backprop.engine.TrainedNetwork}.
 *
 * @param run folder of the run
 * @param data where the data paths of its model start, for a run that does not say itself what its samples are; empty for the
 *     folder of the model file
 * @param shape shape of one sample; empty if it is not known
 * @param classes names of the classes; empty for a regression, or if they are not known
 * @param versions versions of what the run was made with
 */
public record PredictionSnippet(
        Path run, Optional<Path> data, List<Integer> shape, List<String> classes, Map<String, String> versions) {
    private static final int MOST_CLASSES = 20;

    /** Copies the collections. */
    public PredictionSnippet {
        shape = List.copyOf(shape);
        classes = List.copyOf(classes);
        versions = Map.copyOf(versions);
    }

    /** The program for a recorded run. Reads a file. */
    public static PredictionSnippet of(Path run, RunInfo info) {
        Optional<Signature> signature = signature(new RunFolder(run));
        return new PredictionSnippet(
                run,
                signature.isPresent()
                        ? Optional.empty()
                        : info.environment().option("--data").map(Path::of),
                signature.map(Signature::shape).orElse(List.of()),
                signature.map(Signature::classes).orElse(List.of()),
                info.environment().versions());
    }

    /** One that cannot be read is as good as none: the program asks the network for what it tells. */
    private static Optional<Signature> signature(RunFolder run) {
        try {
            return Files.exists(run.signatureFile())
                    ? Optional.of(Signature.read(run.signatureFile()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The text of the program, one class {@code Predict} with a {@code main}. */
    public String text() {
        StringBuilder text = new StringBuilder("""
                import java.nio.file.Path;
                import org.backprop.engine.Prediction;
                import org.backprop.engine.TrainedNetwork;

                """);
        libraries(text);
        text.append("""
                class Predict {
                    public static void main(String[] args) throws Exception {
                """);
        String paths = data.map(folder -> ", " + path(folder)).orElse("");
        line(text, "TrainedNetwork network = TrainedNetwork.load(" + path(run.toAbsolutePath()) + paths + ");");
        line(text, "float[] sample = new float[" + size() + "]; " + comment());
        line(text, "Prediction prediction = network.predict(sample);");
        if (!classes.isEmpty()) {
            line(text, "// the class, one of: " + named());
        }
        line(text, "prediction.label().ifPresent(System.out::println);");
        line(text, "System.out.println(prediction.outputs());");
        return text.append("    }\n}\n").toString();
    }

    private void libraries(StringBuilder text) {
        text.append("// Class path: org.backprop:engine")
                .append(version("backprop"))
                .append(" and org.nd4j:nd4j-native-platform")
                .append(version("nd4j"))
                .append('\n');
    }

    private String version(String component) {
        return versions.containsKey(component) ? ":" + safe(versions.get(component)) : "";
    }

    private static void line(StringBuilder text, String line) {
        text.append("        ").append(line).append('\n');
    }

    private String size() {
        return shape.isEmpty()
                ? "network.shape().stream().reduce(1, Math::multiplyExact)"
                : shape.stream().map(String::valueOf).collect(Collectors.joining(" * "));
    }

    private String comment() {
        return "// one sample" + (shape.isEmpty() ? "" : " of shape " + shape) + ", as in the data, before scaling";
    }

    private String named() {
        String more = classes.size() > MOST_CLASSES ? ", ..." : "";
        return safe(classes.stream().limit(MOST_CLASSES).collect(Collectors.joining(", "))) + more;
    }

    private static String path(Path path) {
        StringBuilder literal = new StringBuilder("Path.of(\"");
        for (char c : path.toString().toCharArray()) {
            literal.append(c == '\\' || c == '"' ? "\\" + c : ascii(c));
        }
        return literal.append("\")").toString();
    }

    /** Text of others for a comment: in one line, and no escape of its own. */
    private static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        for (char c : text.toCharArray()) {
            safe.append(c == '\\' ? "/" : Character.isISOControl(c) ? " " : ascii(c));
        }
        return safe.toString();
    }

    /** A character so that it survives a file in any encoding. */
    private static String ascii(char c) {
        return c >= ' ' && c < 0x7f ? String.valueOf(c) : "\\u%04x".formatted((int) c);
    }
}
