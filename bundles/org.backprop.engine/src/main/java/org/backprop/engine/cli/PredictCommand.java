package org.backprop.engine.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.backprop.engine.Prediction;
import org.backprop.engine.TrainedNetwork;
import org.backprop.engine.cli.text.TextTable;
import org.backprop.engine.run.CheckpointChoice;
import org.backprop.engine.run.PredictionTask;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backprop predict RUN INPUT}. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what the network of a run says about samples: class and probabilities, or values.",
            "Samples are scaled as those of the training."
        })
final class PredictCommand implements Callable<Integer> {
    private static final int MOST_COLUMNS = 12;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of the run.")
    private Path folder;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "INPUT",
            description =
                    "Rows of a .csv file (columns that were no features in the training are left out), an image (.png, .jpg), or an array (.npy, .npz).")
    private Path input;

    @Option(names = "--json", description = "Print one JSON object, for tools.")
    private boolean json;

    @Option(
            names = "--serve",
            description =
                    "Answer inputs from standard input until it ends, a JSON object in each line: {\"id\": 1, \"values\": [...]} or {\"id\": 2, \"file\": \"...\"}.")
    private boolean serve;

    @Option(
            names = "--checkpoint",
            paramLabel = "WHICH",
            description = "best, last or a safetensors file of weights. Default: ${DEFAULT-VALUE}.")
    private String checkpoint = CheckpointChoice.BEST;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options = new RunOptions();

    private TrainedNetwork network;
    private List<Prediction> predicted;

    @Override
    public Integer call() throws Exception {
        if (serve == (input != null)) {
            throw new ParameterException(spec.commandLine(), "give either an INPUT or --serve");
        }
        PredictionTask task = options.predicting(folder, checkpoint);
        network = TrainedNetwork.of(task);
        if (serve) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            new PredictionServer(task, network).serve(in, System.out);
            return ExitCode.DONE;
        }
        predicted = network.predict(input);
        if (json) {
            System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(toJson()));
        } else {
            System.out.print(table());
        }
        return ExitCode.DONE;
    }

    private TextTable table() {
        List<String> outputs = network.outputs();
        boolean all = outputs.size() <= MOST_COLUMNS;
        TextTable table = new TextTable();
        table.line(cells("sample", network.classes().isEmpty() ? "" : "class", all ? outputs : List.of("value")));
        for (int sample = 0; sample < predicted.size(); sample++) {
            Prediction prediction = predicted.get(sample);
            String name = prediction.label().orElse("");
            List<String> numbers = all
                    ? prediction.outputs().values().stream()
                            .map(PredictCommand::text)
                            .toList()
                    : List.of(text(prediction
                            .outputs()
                            .getOrDefault(
                                    name, prediction.outputs().firstEntry().getValue())));
            table.line(cells(Integer.toString(sample + 1), name, numbers));
        }
        return table;
    }

    private static String text(float value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private static String[] cells(String sample, String name, List<String> others) {
        String[] cells = new String[others.size() + 2];
        cells[0] = sample;
        cells[1] = name;
        for (int i = 0; i < others.size(); i++) {
            cells[i + 2] = others.get(i);
        }
        return cells;
    }

    private JsonObject toJson() {
        JsonArray samples = new JsonArray();
        for (Prediction prediction : predicted) {
            JsonObject one = new JsonObject();
            prediction.label().ifPresent(label -> one.addProperty("class", label));
            JsonObject numbers = new JsonObject();
            prediction.outputs().forEach(numbers::addProperty);
            one.add("outputs", numbers);
            samples.add(one);
        }
        JsonObject result = new JsonObject();
        result.add("samples", samples);
        return result;
    }
}
