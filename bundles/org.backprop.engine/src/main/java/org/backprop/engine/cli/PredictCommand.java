package org.backprop.engine.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.backprop.engine.cli.text.TextTable;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.Predictions;

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

    private Predictions predictions;
    private List<String> outputs;
    private float[] values;

    @Override
    public Integer call() throws Exception {
        if (serve == (input != null)) {
            throw new ParameterException(spec.commandLine(), "give either an INPUT or --serve");
        }
        TrainedRun run = TrainedRun.open(folder, options, checkpoint);
        TrainingTask task = run.task();
        task.network().predictOnly();
        predictions = new Predictions(task.network(), task.model().training().loss());
        if (serve) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            new PredictionServer(run).serve(in, System.out, names(task));
            return ExitCode.DONE;
        }
        values = predictions.of(PredictedSamples.read(input, task));
        outputs = names(task);
        if (json) {
            System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(toJson(classes(task))));
        } else {
            System.out.print(table(classes(task)));
        }
        return ExitCode.DONE;
    }

    private List<String> classes(TrainingTask task) {
        return predictions.classes(task.splits().train().classes());
    }

    private List<String> names(TrainingTask task) {
        int count = task.network().outputs();
        List<String> classes = classes(task);
        return count == 1 && classes.size() == 2
                ? classes.subList(1, 2)
                : count == classes.size()
                        ? classes
                        : IntStream.rangeClosed(1, count)
                                .mapToObj(i -> "output " + i)
                                .toList();
    }

    private int samples() {
        return values.length / outputs.size();
    }

    private TextTable table(List<String> classes) {
        int shown = Math.min(outputs.size(), MOST_COLUMNS);
        boolean all = shown == outputs.size();
        TextTable table = new TextTable();
        table.line(cells("sample", classes.isEmpty() ? "" : "class", all ? outputs : List.of("value")));
        for (int sample = 0; sample < samples(); sample++) {
            int best = classes.isEmpty() ? 0 : predictions.best(values, sample);
            int at = sample * outputs.size();
            List<String> numbers = all
                    ? IntStream.range(at, at + shown)
                            .mapToObj(i -> text(values[i]))
                            .toList()
                    : List.of(text(values[at + best]));
            table.line(cells(Integer.toString(sample + 1), classes.isEmpty() ? "" : classes.get(best), numbers));
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

    private JsonObject toJson(List<String> classes) {
        JsonArray samples = new JsonArray();
        for (int sample = 0; sample < samples(); sample++) {
            JsonObject one = new JsonObject();
            if (!classes.isEmpty()) {
                one.addProperty("class", classes.get(predictions.best(values, sample)));
            }
            JsonObject numbers = new JsonObject();
            for (int i = 0; i < outputs.size(); i++) {
                numbers.addProperty(outputs.get(i), values[sample * outputs.size() + i]);
            }
            one.add("outputs", numbers);
            samples.add(one);
        }
        JsonObject result = new JsonObject();
        result.add("samples", samples);
        return result;
    }
}
