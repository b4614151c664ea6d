package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.core.runs.Recordings;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.series.SeriesBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingProgressTest {
    @TempDir
    private Path runs;

    @Test
    void withoutAStepThereIsNoProgress() throws IOException {
        assertEquals(Optional.empty(), after());
    }

    @Test
    void theFractionIsThatOfThePlannedSteps() throws IOException {
        assertEquals(0.26, after(1, 26).orElseThrow().fraction());
        assertEquals(1, after(100).orElseThrow().fraction());
        assertEquals(1, after(140).orElseThrow().fraction(), "more than planned");
    }

    @Test
    void theEpochAtWorkIsCountedFromOne() throws IOException {
        assertEquals(1, after(1).orElseThrow().epoch());
        assertEquals(2, after(26).orElseThrow().epoch());
        assertEquals(4, after(100).orElseThrow().epoch());
        assertEquals(4, after(1).orElseThrow().epochs());
    }

    @Test
    void theTimeLeftFollowsFromTheSpeedOfTheLastSteps() throws IOException {
        assertEquals(Optional.empty(), after(1).orElseThrow().left());
        var losses = new SeriesBuilder();
        losses.append(10, 1000, 0.5f);
        losses.append(30, 1010, 0.4f);
        assertEquals(Optional.of(Duration.ofSeconds(35)), at(losses).left(), "70 steps at 2 a second");
    }

    private TrainingProgress at(SeriesBuilder losses) throws IOException {
        try (RunWriter writer = Recordings.begin(runs, "xor")) {
            RunSnapshot start = RunReader.read(writer.folder().path());
            var run = new RunSnapshot(
                    start.folder(),
                    start.name(),
                    start.info(),
                    start.outcome(),
                    Map.of("loss/train", losses.series()),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of());
            return TrainingProgress.of(run).orElseThrow();
        }
    }

    private Optional<TrainingProgress> after(int... steps) throws IOException {
        try (RunWriter writer = Recordings.begin(runs, "xor")) {
            for (int step : steps) {
                writer.scalar("loss/train", step, 1);
            }
            writer.flush();
            return TrainingProgress.of(RunReader.read(writer.folder().path()));
        }
    }
}
