package org.backprop.core.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.backprop.core.TestProject;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunTrash;
import org.backprop.testkit.Conditions;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RunsOperationsTest {
    @RegisterExtension
    final LoggedErrors errors = new LoggedErrors();

    @TempDir
    Path outside;

    private final WorkspaceRuns service = new WorkspaceRuns();
    private final IUndoContext context = new ObjectUndoContext(this);
    private final IOperationHistory history = OperationHistoryFactory.getOperationHistory();
    private TestProject project;
    private Path runs;

    @BeforeEach
    void create() throws CoreException {
        project = new TestProject("operations");
        runs = project.folder().resolve(RunsFolder.DEFAULT_NAME);
        service.activate();
    }

    @AfterEach
    void delete() throws CoreException {
        service.deactivate();
        service.addedFolders().forEach(service::removeFolder);
        history.dispose(context, true, true, true);
        project.close();
    }

    private void await(String what, Predicate<List<RunSnapshot>> condition) {
        Conditions.await(
                what,
                Duration.ofSeconds(30),
                () -> condition.test(service.snapshot().runs()));
    }

    @Test
    void deletedRunsVanishAndUndoBringsThemBack() throws Exception {
        Path kept = Recordings.complete(runs, "kept", Instant.now());
        Path first = Recordings.complete(runs, "first", Instant.now());
        Path second = Recordings.complete(runs, "second", Instant.now());
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        await("all runs", known -> known.size() == 3);
        history.execute(new DeleteRuns(service, List.of(first, second), context), null, null);
        await(
                "the run that is left",
                known -> known.size() == 1 && known.getFirst().folder().equals(kept));
        assertFalse(project.project().getFolder("runs/" + first.getFileName()).exists(), "the workspace knows");
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        service.rescan();
        assertTrue(history.undo(context, null, null).isOK());
        await("all runs again", known -> known.size() == 3);
        assertTrue(history.redo(context, null, null).isOK());
        await("the deletion again", known -> known.size() == 1);
    }

    @Test
    void whatIsInTheTrashIsCountedAndEmptyingItEndsUndo() throws Exception {
        Path run = Recordings.complete(runs, "run", Instant.now());
        assertEquals(0, TrashFolders.find(service).runs());
        history.execute(new DeleteRuns(service, List.of(run), context), null, null);
        TrashFolders trash = TrashFolders.find(service);
        assertEquals(List.of(runs), trash.folders());
        assertEquals(1, trash.runs());
        assertEquals(RunTrash.bytes(runs), trash.bytes());
        assertTrue(history.canUndo(context));
        trash.empty();
        assertFalse(Files.exists(runs.resolve(RunTrash.NAME)));
        assertFalse(history.canUndo(context));
    }

    @Test
    void aRunThatCannotBeRestoredSaysWhy() throws Exception {
        Path run = Recordings.complete(runs, "run", Instant.now());
        history.execute(new DeleteRuns(service, List.of(run), context), null, null);
        Files.createDirectories(run);
        assertTrue(history.undo(context, null, null)
                .getMessage()
                .contains(run.getFileName().toString()));
    }

    @Test
    void notesAreWrittenFollowedAndUndone() throws Exception {
        Recordings.complete(runs, "run", Instant.now());
        service.rescan();
        await("the run", known -> known.size() == 1);
        history.execute(
                new EditNotes(
                        service,
                        "Rename",
                        service.snapshot().runs(),
                        notes -> notes.withDisplayName("Best").withTags(List.of("kept")),
                        context),
                null,
                null);
        await("the name", known -> known.getFirst().name().equals("Best"));
        assertEquals(
                List.of("kept"), service.snapshot().runs().getFirst().notes().tags());
        history.undo(context, null, null);
        await("the old name", known -> known.getFirst().name().equals("run"));
    }

    @Test
    void runsOfAnAddedFolderAreListedUntilItIsRemoved() throws Exception {
        Path run = Recordings.complete(outside.resolve("elsewhere"), "foreign", Instant.now());
        service.addFolder(outside);
        await(
                "the added run",
                known -> known.stream().anyMatch(one -> one.folder().equals(run)));
        service.removeFolder(outside);
        await("no run", List::isEmpty);
    }
}
