package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.backprop.runlog.diagnosis.Diagnosis;
import org.backprop.runlog.diagnosis.Finding;
import org.backprop.runlog.report.Report;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.tensor.Tensor;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backprop show RUN}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints what a run was and how it went.")
final class ShowCommand implements Callable<Integer> {
    private static final double MILLIS = 1000.0;
    private static final String MATRIX = "confusion_matrix/";

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "The folder of the run; several with --html.")
    private List<Path> folders;

    @Option(names = "--json", description = "Print one JSON object, for tools.")
    private boolean json;

    @Option(
            names = "--html",
            description = {
                "Write a report: one HTML file with tables and charts that needs nothing else.",
                "Several runs are compared."
            })
    private boolean html;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The file of the report; one that is there is replaced. Default: the name of the run folder, or comparison, with .html.")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException {
        requireFittingOptions();
        if (html) {
            writeReport();
            return ExitCode.DONE;
        }
        RunSnapshot run = read(folders.getFirst());
        JsonObject result = describe(run);
        List<Finding> findings = Diagnosis.of(run).findings();
        if (json) {
            result.add("diagnosis", Findings.json(findings));
            System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(result));
        } else {
            print(run, result);
            findings.forEach(finding -> System.out.println(Findings.line(finding)));
        }
        return ExitCode.DONE;
    }

    private void requireFittingOptions() {
        String fault = html && json
                ? "--html and --json exclude each other"
                : !html && output != null
                        ? "-o names the file of a report: add --html"
                        : !html && folders.size() > 1 ? "several runs can only be shown as a report: add --html" : null;
        if (fault != null) {
            throw new ParameterException(spec.commandLine(), fault);
        }
    }

    private void writeReport() throws InputException, IOException {
        List<RunSnapshot> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(read(folder));
        }
        String name = runs.size() == 1 ? new RunFolder(folders.getFirst()).name() : "comparison";
        Path file = output == null ? Path.of(name + ".html") : output;
        Files.writeString(file, Report.of(runs, Instant.now()));
        System.out.println(file);
    }

    private static RunSnapshot read(Path folder) throws InputException {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": no such folder; name the folder of a run");
        }
        RunSnapshot run = RunReader.read(folder);
        if (run.info().isEmpty() && run.scalars().isEmpty()) {
            throw new InputException(folder + ": not a run: neither a readable run.json nor an event file with values");
        }
        run.problems().forEach(problem -> System.err.println("backprop: " + problem));
        return run;
    }

    private static JsonObject describe(RunSnapshot run) {
        JsonObject result = new JsonObject();
        result.addProperty("name", run.name());
        result.addProperty("outcome", run.outcome().name().toLowerCase(Locale.ROOT));
        result.addProperty("epochs", run.epochs());
        result.addProperty("steps", run.lastStep().orElse(0L));
        result.addProperty("seconds", run.info().map(ShowCommand::seconds).orElse(0.0));
        JsonObject metrics = new JsonObject();
        run.scalars().forEach((tag, series) -> {
            if (!series.isEmpty() && Double.isFinite(series.lastValue())) {
                metrics.addProperty(tag, series.lastValue());
            }
        });
        result.add("metrics", metrics);
        JsonObject matrices = matrices(run);
        if (!matrices.isEmpty()) {
            result.add("confusion_matrix", matrices);
        }
        run.info().ifPresent(info -> {
            result.addProperty("backend", info.environment().backend());
            result.addProperty("device", info.environment().device());
            result.addProperty("threads", info.environment().threads());
            JsonObject versions = new JsonObject();
            info.environment().versions().forEach(versions::addProperty);
            result.add("versions", versions);
            result.addProperty("seed", info.seed());
            result.addProperty("model", info.model().file());
            info.message().ifPresent(message -> result.addProperty("message", message));
        });
        return result;
    }

    /** The newest confusion matrix of each set: rows are classes, columns predicted classes. */
    private static JsonObject matrices(RunSnapshot run) {
        JsonObject matrices = new JsonObject();
        run.tensors().forEach((tag, recorded) -> {
            if (tag.startsWith(MATRIX) && recorded.value().shape().size() == 2) {
                matrices.add(tag.substring(MATRIX.length()), rows(recorded.value()));
            }
        });
        return matrices;
    }

    private static JsonArray rows(Tensor tensor) {
        int columns = Math.toIntExact(tensor.shape().getLast());
        JsonArray rows = new JsonArray();
        for (int i = 0; i < tensor.elements(); i++) {
            if (i % columns == 0) {
                rows.add(new JsonArray());
            }
            rows.get(i / columns).getAsJsonArray().add((long) tensor.get(i));
        }
        return rows;
    }

    private static double seconds(RunInfo info) {
        return info.until(info.end().orElseGet(Instant::now)).toMillis() / MILLIS;
    }

    private static void print(RunSnapshot run, JsonObject result) {
        result.entrySet().forEach(entry -> {
            if (!entry.getValue().isJsonObject()) {
                System.out.printf("%-10s %s%n", entry.getKey(), entry.getValue().getAsString());
            }
        });
        if (result.has("versions")) {
            String versions = result.getAsJsonObject("versions").entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue().getAsString())
                    .collect(Collectors.joining(", "));
            System.out.printf("%-10s %s%n", "versions", versions);
        }
        System.out.printf("folder     %s%n", run.folder());
        result.getAsJsonObject("metrics")
                .entrySet()
                .forEach(entry -> System.out.printf(
                        Locale.ROOT,
                        "  %-32s %.6g%n",
                        entry.getKey(),
                        entry.getValue().getAsDouble()));
    }
}
