package org.backprop.core.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.backprop.runlog.evaluation.EvaluationFile;
import org.backprop.runlog.evaluation.EvaluationRecord;
import org.backprop.runlog.report.PredictionSnippet;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;

/** Makes Java programs that predict with runs. Reads files, so it is not for the UI thread. */
public final class PredictionSnippets {
    private static final String CHECKPOINT = "best";

    private PredictionSnippets() {}

    /**
     * The text of a program for a run: with the shape of its samples if its data is still there, and the names of its classes
     * if it was evaluated.
     */
    public static String of(Path run, RunInfo info) {
        return PredictionSnippet.of(run, info, shape(info), evaluation(new RunFolder(run)))
                .text();
    }

    private static List<Integer> shape(RunInfo info) {
        Optional<Path> data = info.environment().option("--data").flatMap(RunModels::path);
        Optional<Path> model = RunModels.path(info.model().file());
        Optional<Path> base =
                data.or(() -> model.map(file -> file.toAbsolutePath().getParent()));
        return base.flatMap(folder -> ModelReader.read(info.model().file(), folder, info.configurationText(), Map.of())
                        .info()
                        .shape())
                .map(Shape::dims)
                .orElse(List.of());
    }

    private static Optional<EvaluationRecord> evaluation(RunFolder run) {
        return Stream.of("validation", "test", "train")
                .map(split -> EvaluationFile.in(run, split, CHECKPOINT))
                .filter(Files::isRegularFile)
                .map(PredictionSnippets::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** One that cannot be read is as good as none: only the names of the classes are wanted. */
    private static Optional<EvaluationRecord> read(Path file) {
        try {
            return Optional.of(EvaluationFile.read(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
