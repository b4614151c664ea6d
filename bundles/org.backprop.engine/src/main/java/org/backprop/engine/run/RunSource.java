package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.backprop.engine.data.DataException;
import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;

import com.google.gson.Gson;

/**
 * A recorded run, with the model that it was trained from: not the model file of today but the configuration that
 * {@code run.json} kept.
 *
 * @param folder its folder
 * @param info its provenance
 * @param model its model
 * @param base where the paths in the model start: the folder of the model file
 */
public record RunSource(RunFolder folder, RunInfo info, Model model, Path base) {

    /**
     * Reads {@code run.json}.
     *
     * @param overrides keys to change, such as {@code training.epochs}
     * @throws IOException if it is missing or broken
     * @throws DataException if the configuration is no longer valid, for instance because its data is gone
     */
    public static RunSource read(Path run, Map<String, String> overrides) throws IOException, DataException {
        RunFolder folder = new RunFolder(run);
        RunInfo info = RunInfo.read(folder.infoFile());
        Path base = Path.of(info.model().file()).toAbsolutePath().getParent();
        Analysis analysis = ModelReader.read(
                folder.infoFile().toString(), base, new Gson().toJson(info.configuration()), overrides);
        return new RunSource(folder, info, analysis.model().orElseThrow(() -> invalid(analysis)), base);
    }

    /**
     * The model of a run, whose files may be gone.
     *
     * @throws IOException if {@code run.json} is missing or broken
     * @throws DataException if the configuration is no longer valid
     */
    static Model model(RunFolder folder) throws IOException, DataException {
        RunInfo info = RunInfo.read(folder.infoFile());
        Analysis analysis = ModelReader.read(folder.infoFile().toString(), new Gson().toJson(info.configuration()));
        return analysis.model().orElseThrow(() -> invalid(analysis));
    }

    private static DataException invalid(Analysis analysis) {
        Problem first = analysis.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        return new DataException(first.file() + ": " + first.code() + " " + first.message());
    }
}
