package org.backprop.engine.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.backprop.engine.cli.text.PreviewText;
import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.csv.CsvHeader;
import org.backprop.engine.data.preview.DataPreview;
import org.backprop.engine.run.TrainingTask;
import org.backprop.model.Analysis;
import org.backprop.model.DataSection;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backprop preview MODEL}. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Prints how many samples of each class the sets of a model's data have; with --json also some training samples,",
            "with what augmentation makes of them. Only the data section needs to be without errors."
        })
final class PreviewCommand implements Callable<Integer> {
    private static final int MOST_SAMPLES = 100;

    @Parameters(paramLabel = "MODEL", description = "The model file (*.nn.yaml).")
    private Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Override a key of the model file. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--samples", paramLabel = "N", description = "Number of samples. Default: ${DEFAULT-VALUE}.")
    private int samples = 12;

    @Option(
            names = "--variants",
            paramLabel = "N",
            description = "Augmented variants of each sample. Default: ${DEFAULT-VALUE}.")
    private int variants = 2;

    @Option(names = "--seed", paramLabel = "S", description = "Which samples. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--json", description = "Print one JSON object, for tools.")
    private boolean json;

    @Option(names = "--progress", description = "Print to standard error how many samples are read, for tools.")
    private boolean progress;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InputException, DataException {
        if (Math.min(samples, variants) < 0 || Math.max(samples, variants) > MOST_SAMPLES) {
            throw new ParameterException(
                    spec.commandLine(), "--samples and --variants must be from 0 to " + MOST_SAMPLES);
        }
        Path folder = data.folder().orElse(file.toAbsolutePath().getParent());
        Analysis analysis = ModelReader.read(file, overrides);
        DataSection section = analysis.data().orElseThrow(() -> unreadable(analysis));
        DataPreview preview = DataPreview.of(
                section,
                folder,
                classifies(analysis),
                samples,
                variants,
                seed,
                progress ? new PrintedProgress() : Progress.NONE);
        PreviewText text = new PreviewText(preview, CsvHeader.features(section, folder));
        System.out.print(json ? text.json() : text.plain());
        return ExitCode.DONE;
    }

    private InputException unreadable(Analysis analysis) {
        analysis.problems().stream().map(Problem::format).forEach(System.err::println);
        return new InputException(file + ": the data section has errors; mend them and try again");
    }

    /** As a training would; by what is known if there is no complete model. */
    private static boolean classifies(Analysis analysis) {
        return analysis.model()
                .map(TrainingTask::classifies)
                .orElseGet(() -> analysis.training()
                        .map(training -> training.loss().classifies())
                        .orElse(analysis.info().classes().isPresent()));
    }
}
