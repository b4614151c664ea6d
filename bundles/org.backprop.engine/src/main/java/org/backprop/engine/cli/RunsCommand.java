package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.backprop.runlog.compare.Hyperparameters;
import org.backprop.runlog.compare.RunFilter;
import org.backprop.runlog.compare.RunTexts;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backprop runs [DIR]}. */
@Command(name = "runs", mixinStandardHelpOptions = true, description = "Lists the runs in a folder, newest first.")
final class RunsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("runs");

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = {
                "Only runs that fulfil all terms: words of the name, model, tags or notes;",
                "key:text, such as optimizer:adam; key=value, <, >, <=, >=; -term for the contrary."
            })
    private String filter = "";

    @Option(names = "--archived", description = "Also list the runs that were archived.")
    private boolean archived;

    @Override
    public Integer call() throws IOException {
        RunFilter chosen = RunFilter.parse(filter);
        for (RunFolder found : RunFolder.list(folder)) {
            RunSnapshot run = RunReader.read(found.path());
            if ((archived || !run.notes().archived())
                    && chosen.accepts(new RunTexts(run, Hyperparameters.of(run), ""))) {
                System.out.println(line(found, run));
            }
        }
        return ExitCode.DONE;
    }

    private static String line(RunFolder folder, RunSnapshot run) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%-40s %-11s step %,9d",
                folder.path(),
                run.outcome().name().toLowerCase(Locale.ROOT),
                run.lastStep().orElse(0L)));
        append(line, "loss", run.scalar("loss/validation"));
        append(line, "accuracy", run.scalar("accuracy/validation"));
        run.notes().displayName().ifPresent(name -> line.append("  ").append(name));
        run.notes().tags().forEach(tag -> line.append("  #").append(tag));
        return line.toString();
    }

    private static void append(StringBuilder line, String label, Series series) {
        if (!series.isEmpty()) {
            line.append(String.format(Locale.ROOT, "  %s %.4f", label, series.lastValue()));
        }
    }
}
