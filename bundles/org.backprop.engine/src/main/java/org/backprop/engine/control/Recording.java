package org.backprop.engine.control;

import java.io.IOException;

import org.backprop.engine.train.Evaluation;
import org.backprop.runlog.run.JournalEntry;

/** What commands do with the run that is recorded. Called by the thread that trains, between two steps. */
public interface Recording {

    /** Writes a checkpoint. */
    void checkpoint() throws IOException;

    /** Records an evaluation of the validation set after this step. */
    void validation(long step, Evaluation evaluation) throws IOException;

    /** Writes a journal entry. */
    void journal(JournalEntry entry) throws IOException;

    /** Writes what was recorded so far, so that it can be seen. */
    void flush() throws IOException;
}
