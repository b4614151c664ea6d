package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.backprop.engine.cli.text.EvaluationText;
import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.evaluation.SetRecorder;
import org.backprop.engine.run.CheckpointChoice;
import org.backprop.engine.run.DataSet;
import org.backprop.engine.run.TrainedRun;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.Evaluator;
import org.backprop.runlog.evaluation.EvaluationFile;
import org.backprop.runlog.evaluation.EvaluationRecord;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backprop evaluate RUN}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Evaluates the network of a run on one of its sets. What it says about each sample goes to the folder evaluations",
            "of the run, as a safetensors file."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of the run.")
    private Path folder;

    @Option(names = "--split", paramLabel = "SET", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DataSet set = DataSet.TEST;

    @Option(
            names = "--checkpoint",
            paramLabel = "WHICH",
            description = {
                "best: the result of the training; last: the last step that was saved; or a safetensors file of weights.",
                "Default: ${DEFAULT-VALUE}."
            })
    private String checkpoint = CheckpointChoice.BEST;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file for what it says about each sample. Default: evaluations/SET-WHICH.safetensors.")
    private Path output;

    @Option(names = "--json", description = "Print one JSON object, for tools.")
    private boolean json;

    @Option(names = "--progress", description = "Print to standard error how many samples are done, for tools.")
    private boolean progress;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws Exception {
        TrainedRun run = options.open(folder, checkpoint);
        TrainingTask task = run.task();
        Dataset samples = set.of(task.splits());
        if (samples.count() == 0) {
            throw new InputException(folder + ": the " + set + " set is empty; choose another with --split");
        }
        task.network().predictOnly();
        Evaluation result = new Evaluator(task.network(), samples).evaluate();
        Path written = write(run, samples);
        EvaluationText text =
                new EvaluationText(result, set.toString(), task.splits().train().classes());
        System.out.print(json ? text.json(run.checkpoint().name(), written) : text.plain());
        return ExitCode.DONE;
    }

    private Path write(TrainedRun run, Dataset samples) throws IOException, DataException {
        String name = run.checkpoint().name();
        long modified = Files.getLastModifiedTime(run.checkpoint().file()).toMillis();
        EvaluationRecord record = new SetRecorder(run.task(), samples, run.columns())
                .record(set.toString(), name, modified, progress ? new PrintedProgress() : Progress.NONE);
        if (record.size() < samples.count()) {
            Warnings.print("the record holds %,d of the %,d samples, evenly spaced; the printed figures are of all"
                    .formatted(record.size(), samples.count()));
        }
        Path file = output == null ? EvaluationFile.in(run.source().folder(), set.toString(), name) : output;
        EvaluationFile.write(file, record);
        return file;
    }
}
