package org.backprop.engine.run;

import java.io.IOException;

import org.backprop.engine.control.Recording;
import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.Trainer;
import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.RunWriter;

/** What commands in flight record. */
record RunRecording(Trainer trainer, RunWriter writer, Checkpoints checkpoints, RunRecorder recorder)
        implements Recording {

    @Override
    public void checkpoint() throws IOException {
        checkpoints.save(trainer);
    }

    @Override
    public void validation(long step, Evaluation evaluation) throws IOException {
        recorder.record("validation", step, evaluation);
    }

    @Override
    public void journal(JournalEntry entry) throws IOException {
        writer.journal(entry);
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }
}
