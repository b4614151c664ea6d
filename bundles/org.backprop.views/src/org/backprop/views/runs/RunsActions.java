package org.backprop.views.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.backprop.core.runs.RunModels;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.exchange.NetworkExportWizard;
import org.backprop.ui.launch.RecordedRuns;
import org.backprop.views.RunContext;
import org.backprop.views.TextCopy;
import org.backprop.views.ViewAction;
import org.backprop.views.compare.CompareView;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.TextActionHandler;
import org.eclipse.ui.operations.RedoActionHandler;
import org.eclipse.ui.operations.UndoActionHandler;
import org.eclipse.ui.statushandlers.StatusManager;

/** What can be done with runs, in the toolbar and the context menu. */
final class RunsActions {
    private static final String CHECKPOINT = "checkpoints/state.safetensors";
    private static final String WEIGHTS = "checkpoints/weights.safetensors";
    private static final Predicate<RunSnapshot> RECORDED = run -> run.info().isPresent();

    private final RunsView view;
    private final RunsEditing editing;
    private final RunsMenu menu;
    private final List<Entry> entries = new ArrayList<>();
    private final IAction archive;

    private record Entry(IAction action, BooleanSupplier enabled) {}

    RunsActions(RunsView view, IActionBars bars) {
        this.view = view;
        editing = new RunsEditing(view);
        menu = new RunsMenu(view);
        addLaunches();
        entries.add(null);
        add(
                "compare",
                Messages.action_compare,
                Messages.action_compareTip,
                () -> view.selected().size() > 1,
                this::compare);
        add("report", Messages.action_report, Messages.action_reportTip, this::isAny, this::report);
        add("export", Messages.action_save, Messages.action_saveTip, this::isAny, this::saveReport);
        add(
                "export",
                Messages.action_export,
                Messages.action_exportTip,
                () -> is(RunsActions::hasWeights),
                this::exportNetwork);
        entries.add(null);
        add("model", Messages.action_openModel, Messages.action_openModelTip, () -> is(run -> true), view::openModel);
        add("recorded", Messages.action_recorded, Messages.action_recordedTip, () -> is(RECORDED), this::openRecorded);
        add("difference", Messages.action_difference, Messages.action_differenceTip, this::hasFile, this::compareModel);
        add("difference", Messages.action_models, Messages.action_modelsTip, this::areTwo, this::compareModels);
        add(
                "folder",
                Messages.action_openFolder,
                Messages.action_openFolderTip,
                () -> is(run -> true),
                this::openFolder);
        entries.add(null);
        IAction rename = add(
                "rename", Messages.action_rename, Messages.action_renameTip, () -> is(run -> true), editing::rename);
        add("tags", Messages.action_notes, Messages.action_notesTip, this::isAny, editing::editNotes);
        archive = add("archive", Messages.action_archive, Messages.action_archiveTip, this::isAny, editing::archive);
        IAction delete =
                add("delete", Messages.action_delete, Messages.action_deleteTip, this::isDeletable, editing::delete);
        add("delete", Messages.action_empty, Messages.action_emptyTip, () -> true, editing::emptyTrash);
        entries.add(null);
        IAction copy = add("copy", Messages.action_copy, Messages.action_copyTip, this::isAny, this::copy);
        add("copy", Messages.action_copyPath, Messages.action_copyPathTip, this::isAny, this::copyPaths);
        add(
                "copy",
                Messages.action_copySnippet,
                Messages.action_copySnippetTip,
                () -> is(RunsActions::hasWeights),
                () -> view.only()
                        .ifPresent(run -> SnippetJob.copy(run, view.panel().control())));
        bind(bars, rename, ActionFactory.RENAME);
        bindWhereTextIsEdited(bars, copy, delete);
        bindPlatform(bars);
        fillBars(bars);
    }

    private void addLaunches() {
        add(
                "again",
                Messages.action_again,
                Messages.action_againTip,
                () -> is(RECORDED),
                () -> launch(run -> RecordedRuns.again(run.info().orElseThrow())));
        add(
                "resume",
                Messages.action_resume,
                Messages.action_resumeTip,
                () -> is(RunsActions::isResumable),
                () -> launch(run -> RecordedRuns.resume(run.info().orElseThrow(), run.folder())));
        add(
                "seed",
                Messages.action_withSeed,
                Messages.action_withSeedTip,
                () -> is(RECORDED),
                () -> launch(run -> RecordedRuns.withSeed(run.info().orElseThrow())));
    }

    private IAction add(String icon, String text, String tip, BooleanSupplier enabled, Runnable run) {
        IAction action = new ViewAction(IAction.AS_PUSH_BUTTON, text, tip, icon, run);
        entries.add(new Entry(action, enabled));
        return action;
    }

    private static void bind(IActionBars bars, IAction action, ActionFactory platform) {
        action.setActionDefinitionId(platform.getCommandId());
        bars.setGlobalActionHandler(platform.getId(), action);
    }

    /** While the cursor is in the filter, these keys are for its text. */
    private void bindWhereTextIsEdited(IActionBars bars, IAction copy, IAction delete) {
        copy.setActionDefinitionId(ActionFactory.COPY.getCommandId());
        delete.setActionDefinitionId(ActionFactory.DELETE.getCommandId());
        TextActionHandler keys = new TextActionHandler(bars);
        keys.setCopyAction(copy);
        keys.setDeleteAction(delete);
        keys.setSelectAllAction(menu.selectAll());
        keys.addText(view.panel().filter());
    }

    private void bindPlatform(IActionBars bars) {
        bind(bars, menu.refresh(), ActionFactory.REFRESH);
        bind(bars, menu.find(), ActionFactory.FIND);
        bars.setGlobalActionHandler(
                ActionFactory.UNDO.getId(), new UndoActionHandler(view.getSite(), editing.context()));
        bars.setGlobalActionHandler(
                ActionFactory.REDO.getId(), new RedoActionHandler(view.getSite(), editing.context()));
    }

    private void fillBars(IActionBars bars) {
        entries.stream().limit(6).forEach(entry -> add(bars.getToolBarManager(), entry));
        bars.getToolBarManager().add(new Separator());
        menu.addToToolBar(bars.getToolBarManager());
        entries.forEach(entry -> add(bars.getMenuManager(), entry));
        bars.getMenuManager().add(new Separator());
        menu.addTo(bars.getMenuManager());
        bars.updateActionBars();
    }

    private static void add(IContributionManager manager, Entry entry) {
        if (entry == null) {
            manager.add(new Separator());
        } else {
            manager.add(entry.action());
        }
    }

    void addContextMenu(RunsTable table) {
        MenuManager manager = new MenuManager();
        entries.forEach(entry -> add(manager, entry));
        manager.add(new Separator());
        menu.addTo(manager);
        manager.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        table.control().setMenu(manager.createContextMenu(table.control()));
        view.getSite().registerContextMenu(manager, table);
        table.addSelectionChangedListener(event -> update());
        update();
    }

    /** Makes enablement and checks agree with the selection. */
    void update() {
        boolean archived =
                isAny() && view.selected().stream().allMatch(run -> run.notes().archived());
        archive.setText(archived ? Messages.action_unarchive : Messages.action_archive);
        entries.forEach(entry -> {
            if (entry != null) {
                entry.action().setEnabled(entry.enabled().getAsBoolean());
            }
        });
        menu.update();
    }

    private boolean isAny() {
        return !view.selected().isEmpty();
    }

    private boolean is(Predicate<RunSnapshot> condition) {
        return view.only().filter(condition).isPresent();
    }

    private boolean isDeletable() {
        return isAny() && view.selected().stream().noneMatch(run -> run.outcome() == Outcome.RUNNING);
    }

    private static boolean isResumable(RunSnapshot run) {
        return run.info().isPresent()
                && run.outcome() != Outcome.RUNNING
                && Files.exists(run.folder().resolve(CHECKPOINT));
    }

    private static boolean hasWeights(RunSnapshot run) {
        return run.info().isPresent() && Files.exists(run.folder().resolve(WEIGHTS));
    }

    private void exportNetwork() {
        view.only().ifPresent(run -> NetworkExportWizard.open(view.getSite().getShell(), run.folder()));
    }

    private boolean hasFile() {
        return is(run -> RunModels.file(run).isPresent());
    }

    private boolean areTwo() {
        List<RunSnapshot> runs = view.selected();
        return runs.size() == 2 && runs.stream().allMatch(RECORDED);
    }

    /** The later run takes the place of a local file: by default the platform shows it on the right. */
    private void compareModels() {
        List<RunSnapshot> runs = view.selected().stream()
                .sorted(Comparator.comparing(run -> run.info().orElseThrow().start()))
                .toList();
        ModelComparison.open(runs.getLast(), runs.getFirst());
    }

    private void launch(Consumer<RunSnapshot> action) {
        view.only().ifPresent(action);
    }

    private void compare() {
        CompareView.open(
                view.getSite().getPage(),
                view.selected().stream().map(RunSnapshot::folder).toList());
    }

    private void report() {
        ReportJobs.open(view.selected());
    }

    private void saveReport() {
        ReportJobs.save(view.selected(), view.getSite().getShell());
    }

    private void openRecorded() {
        view.only().ifPresent(run -> {
            try {
                RunContext.openRecordedModel(run, view.getSite().getPage());
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        });
    }

    private void compareModel() {
        view.only().ifPresent(run -> {
            Optional<IFile> file = RunModels.file(run);
            file.ifPresent(today ->
                    ModelComparison.open(today, run.info().orElseThrow().model(), run.name()));
        });
    }

    private void openFolder() {
        view.only().ifPresent(run -> Program.launch(run.folder().toString()));
    }

    private void copy() {
        RunsTable table = view.panel().table();
        List<RunColumn> columns = view.arranged().shown();
        TextCopy.of(table.control(), RunsText.of(columns, table.selected()));
    }

    private void copyPaths() {
        List<String> paths = view.selected().stream()
                .map(RunSnapshot::folder)
                .map(Path::toString)
                .toList();
        TextCopy.of(view.panel().control(), String.join("\n", paths));
    }
}
