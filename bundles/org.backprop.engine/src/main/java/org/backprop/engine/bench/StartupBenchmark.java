package org.backprop.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.series.Series;

/** Time from the start of {@code backprop train} to the end of its first step, as its event file dates it. */
public final class StartupBenchmark {
    private static final double MILLIS = 1e3;

    private final Consumer<Row> results;

    /** A benchmark that hands its result to {@code results}. */
    public StartupBenchmark(Consumer<Row> results) {
        this.results = results;
    }

    /**
     * Trains a model for one epoch several times, each time in a new JVM with the options of this one.
     *
     * @param runs how often, at least 1
     * @throws IOException if the training fails; the message ends with what it printed
     */
    public void run(Path model, int runs) throws IOException, InterruptedException {
        double[] seconds = new double[runs];
        Path folder = Folders.temporary();
        try {
            for (int i = 0; i < runs; i++) {
                seconds[i] = secondsToFirstStep(model, folder.resolve("run" + i));
            }
        } finally {
            Folders.delete(folder);
        }
        results.accept(new Row()
                .with("model", model.getFileName().toString())
                .with("runs", runs)
                .with("seconds", Statistics.median(seconds), 4)
                .with("spread", Statistics.spread(seconds), 3));
    }

    private static double secondsToFirstStep(Path model, Path runs) throws IOException, InterruptedException {
        Files.createDirectories(runs);
        Path output = runs.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(ThisJvm.command(
                        "train", model.toString(), "--epochs", "1", "--runs", runs.toString(), "--progress", "none"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        double start = System.currentTimeMillis() / MILLIS;
        if (builder.start().waitFor() != 0) {
            throw new IOException(
                    "the training failed: " + Files.readString(output).strip());
        }
        Path run = RunFolder.list(runs).getFirst().path();
        Series loss = RunReader.read(run).scalar("loss/train");
        return loss.wallTime(0) - start;
    }
}
