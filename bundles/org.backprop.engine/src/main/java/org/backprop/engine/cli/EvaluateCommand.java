package org.backprop.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.Evaluator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backprop evaluate RUN}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Evaluates the last checkpoint of a run on one of its sets.")
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of the run.")
    private Path folder;

    @Option(names = "--split", paramLabel = "SET", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DataSet set = DataSet.TEST;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws Exception {
        TrainingTask task = TrainedRun.open(folder, options).task();
        Dataset samples = set.of(task.splits());
        if (samples.count() == 0) {
            throw new InputException(folder + ": the " + set + " set is empty; choose another with --split");
        }
        task.network().predictOnly();
        Evaluation result = new Evaluator(task.network(), samples).evaluate();
        System.out.printf(Locale.ROOT, "samples %,d%nloss/%s %.6f%n", result.samples(), set, result.loss());
        result.accuracy().ifPresent(accuracy -> System.out.printf(Locale.ROOT, "accuracy/%s %.4f%n", set, accuracy));
        result.metrics().forEach((key, value) -> System.out.printf(Locale.ROOT, "%s/%s %.4f%n", key, set, value));
        result.confusion()
                .ifPresent(counts -> print(counts, task.splits().train().classes()));
        return ExitCode.DONE;
    }

    private void print(long[][] counts, List<String> classes) {
        System.out.printf("confusion_matrix/%s (rows: classes, columns: predicted)%n", set);
        for (int i = 0; i < counts.length; i++) {
            StringBuilder row = new StringBuilder(i < classes.size() ? classes.get(i) : String.valueOf(i));
            for (long count : counts[i]) {
                row.append(String.format(Locale.ROOT, "%8d", count));
            }
            System.out.println(row);
        }
    }
}
