package org.backprop.core.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

import org.backprop.runlog.evaluation.EvaluationFile;
import org.backprop.runlog.evaluation.EvaluationRecord;

/** Reads evaluations; keeps the last one as long as its file stays as it is. Reads files; not thread-safe. */
public final class EvaluationReading {
    private EvaluationChoice last;
    private FileTime lastModified;
    private Optional<EvaluationRecord> record = Optional.empty();
    private Optional<String> problem = Optional.empty();

    /** What is recorded now. */
    public RecordedEvaluation of(EvaluationChoice choice) {
        FileTime modified = modified(choice.file());
        if (!choice.equals(last) || modified == null || !modified.equals(lastModified)) {
            read(choice, modified);
        }
        FileTime weights = modified(choice.weights());
        boolean outdated = weights != null
                && record.isPresent()
                && weights.toMillis() > record.get().set().modified();
        return new RecordedEvaluation(record, problem, weights != null, outdated);
    }

    private void read(EvaluationChoice choice, FileTime modified) {
        last = choice;
        lastModified = modified;
        record = Optional.empty();
        problem = Optional.empty();
        if (modified != null) {
            try {
                record = Optional.of(EvaluationFile.read(choice.file()));
            } catch (IOException unreadable) {
                problem = Optional.of(unreadable.getLocalizedMessage());
            }
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException missing) {
            return null;
        }
    }
}
