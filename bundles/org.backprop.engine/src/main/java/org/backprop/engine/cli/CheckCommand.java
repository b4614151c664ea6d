package org.backprop.engine.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.backprop.engine.run.MemoryEstimate;
import org.backprop.engine.run.MemoryForecast;
import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.backprop.model.NetworkSummary;
import org.backprop.model.Problem;
import org.backprop.model.Severity;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backprop check MODEL}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Prints the problems of a model file as FILE:LINE:COLUMN: CODE message, and its layers.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "The model file (*.nn.yaml).")
    private Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Override a key of the model file. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data paths of the model file start. Default: its folder.")
    private Path data;

    @Option(names = "--json", description = "Print one JSON object, for tools.")
    private boolean json;

    @Override
    public Integer call() {
        Analysis analysis = DataCheck.add(ModelReader.read(file, overrides), file, data);
        if (json) {
            System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(toJson(analysis)));
        } else {
            analysis.problems().stream().map(Problem::format).forEach(System.out::println);
            analysis.network().map(NetworkSummary::table).ifPresent(System.out::print);
            memory(analysis).ifPresent(memory -> System.out.println(sentence(memory)));
            System.out.println(verdict(analysis.problems()));
        }
        return analysis.hasErrors() ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private String verdict(List<Problem> problems) {
        long errors =
                problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
        return file + ": " + plural(errors, "error") + ", " + plural(problems.size() - errors, "warning");
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private Optional<MemoryEstimate> memory(Analysis analysis) {
        Path folder = data == null ? file.toAbsolutePath().getParent() : data;
        return analysis.model().flatMap(model -> MemoryForecast.of(model, folder));
    }

    private static String sentence(MemoryEstimate memory) {
        long available = MemoryEstimate.available();
        return String.format(
                Locale.ROOT,
                "training it needs %s of %s at a batch of %,d; the largest batch that fits is %,d",
                memory,
                MemoryEstimate.text(available),
                memory.batch(),
                memory.largestBatch(available));
    }

    private static JsonObject toJson(MemoryEstimate memory) {
        long available = MemoryEstimate.available();
        JsonObject entry = new JsonObject();
        entry.addProperty("total", memory.total());
        entry.addProperty("parameters", memory.parameters());
        entry.addProperty("optimizer", memory.optimizer());
        entry.addProperty("activations", memory.activations());
        entry.addProperty("data", memory.data());
        entry.addProperty("batch", memory.batch());
        entry.addProperty("available", available);
        entry.addProperty("heap", Runtime.getRuntime().maxMemory());
        entry.addProperty("largest_batch", memory.largestBatch(available));
        return entry;
    }

    private JsonObject toJson(Analysis analysis) {
        JsonObject result = new JsonObject();
        result.addProperty("valid", !analysis.hasErrors());
        JsonArray problems = new JsonArray();
        analysis.problems().forEach(problem -> problems.add(toJson(problem)));
        result.add("problems", problems);
        analysis.network().ifPresent(network -> addNetwork(result, network));
        memory(analysis).ifPresent(memory -> result.add("memory", toJson(memory)));
        return result;
    }

    private static JsonObject toJson(Problem problem) {
        JsonObject entry = new JsonObject();
        entry.addProperty("file", problem.file());
        entry.addProperty("line", problem.position().line());
        entry.addProperty("column", problem.position().column());
        entry.addProperty("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        entry.addProperty("code", problem.code());
        entry.addProperty("message", problem.message());
        return entry;
    }

    private static void addNetwork(JsonObject result, NetworkSummary network) {
        JsonArray layers = new JsonArray();
        network.layers().forEach(layer -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("name", layer.name());
            entry.addProperty("type", layer.type());
            entry.add("inputs", strings(layer.inputs()));
            entry.add("output_shape", numbers(layer.out().dims()));
            entry.addProperty("parameters", layer.parameters());
            entry.addProperty("flops", layer.flops());
            layers.add(entry);
        });
        result.add("layers", layers);
        result.addProperty("parameters", network.parameters());
        result.addProperty("flops", network.flops());
    }

    private static JsonArray strings(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    private static JsonArray numbers(List<Integer> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
