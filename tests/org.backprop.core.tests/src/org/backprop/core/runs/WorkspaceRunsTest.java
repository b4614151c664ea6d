package org.backprop.core.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.backprop.core.TestProject;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunWriter;
import org.backprop.testkit.Conditions;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ServiceCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkspaceRunsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @RegisterExtension
    final LoggedErrors errors = new LoggedErrors();

    private final WorkspaceRuns service = new WorkspaceRuns();
    private TestProject project;
    private Path runs;

    @BeforeEach
    void create() throws CoreException {
        project = new TestProject("runs");
        runs = project.folder().resolve(RunsFolder.DEFAULT_NAME);
    }

    @AfterEach
    void delete() throws CoreException {
        service.deactivate();
        project.close();
    }

    @Test
    void runsOfAnEarlierSessionAreFoundFromTheFoldersAlone() throws Exception {
        Instant now = Instant.now();
        Path older = Recordings.complete(runs, "older", now.minusSeconds(60));
        Path newer = Recordings.complete(runs, "newer", now);
        service.activate();

        await("both runs", snapshot -> snapshot.runs().size() == 2);
        assertEquals(List.of(newer, older), folders(service.snapshot()));
        assertEquals(newer, service.snapshot().newest().orElseThrow().folder());
        RunSnapshot read = service.snapshot().in(older).orElseThrow();
        assertEquals(Outcome.COMPLETED, read.outcome());
        assertEquals(0.5f, read.scalar("loss/train").lastValue());
    }

    @Test
    void aRecordedFolderAnywhereInAProjectIsARun() throws Exception {
        Path elsewhere = Recordings.complete(project.folder().resolve("archive/2025"), "kept", Instant.now());
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        service.activate();
        await("the archived run", snapshot -> folders(snapshot).equals(List.of(elsewhere)));
    }

    @Test
    void aRunInAWatchedFolderAppearsAndGrowsWithoutTheWorkspaceKnowing() throws Exception {
        service.activate();
        RunService.Watch watch = service.watch(runs);
        try (RunWriter writer = Recordings.begin(runs, "live")) {
            await("the new run", snapshot -> snapshot.runs().size() == 1);
            for (int step = 1; step <= 3; step++) {
                writer.scalar("loss/train", step, 1.0 / step);
                writer.flush();
                int points = step;
                await("point " + step, snapshot -> points(snapshot) == points);
            }
            assertEquals(
                    Outcome.RUNNING, service.snapshot().newest().orElseThrow().outcome());
            writer.finish(Outcome.STOPPED, Optional.empty());
            await("the outcome", snapshot -> outcome(snapshot) == Outcome.STOPPED);
        }
        watch.close();
    }

    @Test
    void aRunWhoseTrainerIsGoneIsInterrupted() throws Exception {
        Recordings.abandoned(runs, "lost");
        service.activate();
        await("the lost run", snapshot -> outcome(snapshot) == Outcome.INTERRUPTED);
    }

    @Test
    void aFolderThatAppearsInTheWorkspaceIsNoticed() throws Exception {
        service.activate();
        Recordings.complete(runs, "copied", Instant.now());
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        await("the copied run", snapshot -> snapshot.runs().size() == 1);
    }

    @Test
    void aDeletedRunVanishes() throws Exception {
        Recordings.complete(runs, "gone", Instant.now());
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        service.activate();
        await("the run", snapshot -> snapshot.runs().size() == 1);
        project.project().getFolder(RunsFolder.DEFAULT_NAME).delete(true, null);
        await("no run", snapshot -> snapshot.runs().isEmpty());
    }

    @Test
    void theRunsOfAClosedProjectVanishAndComeBack() throws Exception {
        Recordings.complete(runs, "kept", Instant.now());
        service.activate();
        await("the run", snapshot -> snapshot.runs().size() == 1);
        project.project().close(null);
        await("no run", snapshot -> snapshot.runs().isEmpty());
        project.project().open(null);
        await("the run again", snapshot -> snapshot.runs().size() == 1);
    }

    @Test
    void aDamagedFolderIsARunWithAProblem() throws Exception {
        Path damaged = Files.createDirectories(runs.resolve("damaged"));
        Files.writeString(damaged.resolve("run.json"), "{\"format\":");
        service.activate();
        await("the damaged run", snapshot -> snapshot.runs().size() == 1);
        assertFalse(service.snapshot().newest().orElseThrow().problems().isEmpty());
    }

    @Test
    void snapshotsArriveInOrder() throws Exception {
        var generations = new CopyOnWriteArrayList<Long>();
        var points = new CopyOnWriteArrayList<Integer>();
        service.addListener(snapshot -> {
            generations.add(snapshot.generation());
            points.add(points(snapshot));
        });
        record(20);
        assertEquals(generations.stream().sorted().distinct().toList(), generations);
        assertEquals(points.stream().sorted().toList(), points);
        assertEquals(generations.getLast(), service.snapshot().generation());
    }

    @Test
    void aListenerThatFailsDoesNotKeepOthersFromHearing() throws Exception {
        var heard = new CopyOnWriteArrayList<RunsSnapshot>();
        service.addListener(snapshot -> {
            throw new IllegalStateException("on purpose");
        });
        service.addListener(heard::add);
        Recordings.complete(runs, "one", Instant.now());
        service.activate();
        Conditions.await("a snapshot", TIMEOUT, () -> !heard.isEmpty());
        service.deactivate();
        Conditions.await("the logged failure", TIMEOUT, () -> !errors.take().isEmpty());
    }

    @Test
    void aRemovedListenerHearsNothing() throws Exception {
        var heard = new CopyOnWriteArrayList<RunsSnapshot>();
        RunsListener listener = heard::add;
        service.addListener(listener);
        service.removeListener(listener);
        record(3);
        assertEquals(List.of(), heard);
    }

    @Test
    void nothingIsPublishedWhileNothingChanges() throws Exception {
        Recordings.complete(runs, "done", Instant.now());
        service.activate();
        await("the run", snapshot -> snapshot.runs().size() == 1);
        long before = service.snapshot().generation();
        Path other = project.folder().resolve("other");
        RunService.Watch watch = service.watch(other);
        Recordings.complete(other, "next", Instant.now());
        await("the next run", snapshot -> snapshot.runs().size() == 2);
        watch.close();
        assertTrue(service.snapshot().generation() <= before + 2, "one change, read in at most two pieces");
    }

    @Test
    void theServiceIsRegistered() {
        var caller = new ServiceCaller<>(WorkspaceRunsTest.class, RunService.class);
        assertTrue(caller.current().isPresent());
        caller.unget();
    }

    private void record(int steps) throws IOException {
        service.activate();
        try (RunWriter writer = Recordings.begin(runs, "live")) {
            service.rescan();
            for (int step = 1; step <= steps; step++) {
                writer.scalar("loss/train", step, step);
                writer.flush();
                int points = step;
                await("point " + step, snapshot -> points(snapshot) == points);
            }
            writer.finish(Outcome.COMPLETED, Optional.empty());
        }
        await("the end", snapshot -> outcome(snapshot) == Outcome.COMPLETED);
    }

    private void await(String what, Predicate<RunsSnapshot> condition) {
        Conditions.await(what, TIMEOUT, () -> condition.test(service.snapshot()));
    }

    private static int points(RunsSnapshot snapshot) {
        return snapshot.newest().map(run -> run.scalar("loss/train").size()).orElse(0);
    }

    private static Outcome outcome(RunsSnapshot snapshot) {
        return snapshot.newest().map(RunSnapshot::outcome).orElse(null);
    }

    private static List<Path> folders(RunsSnapshot snapshot) {
        return snapshot.runs().stream().map(RunSnapshot::folder).toList();
    }
}
