package org.backprop.engine.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Splits;
import org.backprop.engine.run.TrainingTask;
import org.backprop.model.Analysis;
import org.backprop.model.Code;
import org.backprop.model.FileData;
import org.backprop.model.Model;
import org.backprop.model.OutlineNode;
import org.backprop.model.Position;
import org.backprop.model.Problem;
import org.backprop.model.Severity;

/** Reads the data files of a model whole, because their headers do not tell what is wrong further down. */
final class DataCheck {

    private DataCheck() {}

    /**
     * Adds what is wrong with the data of a valid model to what was found; problems point to the data section. Data with a
     * scheme in its path is not read.
     *
     * @param data where the data paths start; null for the model file's folder
     */
    static Analysis add(Analysis found, Path file, Path data) {
        boolean missing = found.problems().stream().anyMatch(p -> p.code().equals(Code.DATA_NOT_FOUND.name()));
        if (missing
                || found.model().isEmpty()
                || found.model().get().data().isRemote()
                || !(found.model().get().data().source() instanceof FileData)) {
            return found;
        }
        Position at = found.outline().children().stream()
                .filter(node -> node.label().equals("data"))
                .map(OutlineNode::position)
                .findFirst()
                .orElse(Position.START);
        List<Problem> problems = new ArrayList<>(found.problems());
        try {
            for (String warning : load(
                            found.model().get(),
                            data == null ? file.toAbsolutePath().getParent() : data)
                    .warnings()) {
                problems.add(new Problem(file.toString(), at, Severity.WARNING, Code.DATA_DOUBTFUL.name(), warning));
            }
        } catch (DataException e) {
            problems.add(new Problem(file.toString(), at, Severity.ERROR, Code.DATA_UNREADABLE.name(), e.getMessage()));
        }
        return found.with(problems);
    }

    private static Splits load(Model model, Path folder) throws DataException {
        return TrainingTask.load(model, folder, Progress.NONE);
    }
}
