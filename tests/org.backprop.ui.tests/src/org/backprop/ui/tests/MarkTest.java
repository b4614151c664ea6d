package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunWriter;
import org.backprop.views.curves.CurveMarks;
import org.backprop.views.curves.Horizontal;
import org.backprop.views.marks.Mark;
import org.junit.jupiter.api.Test;

class MarkTest {
    @Test
    void commandsAndAnEarlyEndAreMarkedWhereTheyHappened() throws IOException {
        Path runs = Files.createTempDirectory("marks");
        RunWriter writer = RecordedRun.begin(runs, "marked");
        RecordedRun.epoch(writer, 1);
        writer.journal(new JournalEntry(
                Instant.now(), "ada", 50, "training.optimizer.learning_rate", Optional.of("0.1"), Optional.of("0.2")));
        writer.journal(JournalEntry.now("ada", 75, "pause"));
        writer.finish(Outcome.COMPLETED, Optional.of("stopped after epoch 1 of 3"));
        List<Mark> marks = CurveMarks.of(RunReader.read(writer.folder().path()), Horizontal.EPOCH);
        assertEquals(List.of(0.5, 0.75, 1.0), marks.stream().map(Mark::x).toList());
        assertEquals(
                List.of(
                        "Step 50: training.optimizer.learning_rate 0.1 \u2192 0.2 (ada)",
                        "Step 75: pause (ada)",
                        "stopped after epoch 1 of 3"),
                marks.stream().map(Mark::text).toList());
    }
}
