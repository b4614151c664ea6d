package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.backprop.editor.ModelEditor;
import org.backprop.editor.ModelSourceEditor;
import org.backprop.editor.training.TrainingPage;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class TrainingPageTest {
    private static final List<String> OPTIMIZER = List.of("training", "optimizer");

    private TestProject project;
    private ModelEditor editor;
    private TrainingPage page;

    @BeforeEach
    void createProject() throws Exception {
        project = new TestProject("training");
    }

    @AfterEach
    void closeProject() throws Exception {
        editor.showSource();
        project.close();
    }

    private void open(String text) throws Exception {
        IFile file = project.file("net.nn.yaml", text);
        editor = (ModelEditor) IDE.openEditor(Ui.page(), file);
        editor.showTraining();
        page = editor.getAdapter(TrainingPage.class);
        Ui.await("the form", () -> page.control(OPTIMIZER) != null);
    }

    private String text() {
        return document().get();
    }

    private IDocument document() {
        ModelSourceEditor source = editor.getAdapter(ModelSourceEditor.class);
        return source.getDocumentProvider().getDocument(source.getEditorInput());
    }

    private <T extends Control> T control(Class<T> type, String... path) {
        Ui.await(String.join(".", path), () -> {
            Control found = page.control(List.of(path));
            return type.isInstance(found) && found.isVisible();
        });
        return type.cast(page.control(List.of(path)));
    }

    private void choose(String word, String... path) {
        Combo combo = control(Combo.class, path);
        combo.select(Arrays.asList(combo.getItems()).indexOf(word));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    private void type(String value, String... path) {
        Text field = control(Text.class, path);
        field.setText(value);
    }

    private void enter(String... path) {
        control(Text.class, path).notifyListeners(SWT.DefaultSelection, new Event());
    }

    /** The page with the whole window to itself. */
    private void shot(String name) throws Exception {
        IWorkbenchPartReference reference = Ui.page().getReference(editor);
        Ui.page().setPartState(reference, IWorkbenchPage.STATE_MAXIMIZED);
        int width = page.control(OPTIMIZER).getShell().getSize().x;
        Ui.await("room", () -> page.width() > width / 2);
        Shots.take(name);
        Ui.page().setPartState(reference, IWorkbenchPage.STATE_RESTORED);
    }

    @Test
    void optimizerLearningRateAndScheduleAreSetByWidgetsAndUndoneByteForByte() throws Exception {
        String before = Samples.MODEL.replace("{adam: {learning_rate: 0.001}}", "sgd   # which one");
        open(before);
        choose("adam", "training", "optimizer");
        assertEquals(before.replace("sgd ", "adam "), text());
        type("0.01", "training", "optimizer", "adam", "learning_rate");
        assertEquals(before.replace("sgd ", "adam "), text(), "typed, not yet entered");
        assertTrue(editor.isDirty());
        enter("training", "optimizer", "adam", "learning_rate");
        String rate = before.replace("sgd ", "{adam: {learning_rate: 0.01}} ");
        assertEquals(rate, text());
        choose("cosine_restarts", "training", "schedule");
        type("1", "training", "schedule", "cosine_restarts", "t0");
        Ui.await("the curve while typing", () -> page.curve().restarts().size() == 2);
        enter("training", "schedule", "cosine_restarts", "t0");
        assertEquals(rate + "  schedule: {cosine_restarts: {t0: 1}}\n", text());
        Ui.await("no problem", () -> page.shown().problems().isEmpty());
        shot("training");
        for (int i = 0; i < 4; i++) {
            page.undo();
        }
        assertEquals(before, text());
    }

    @Test
    void aValueOutOfRangeIsMarkedWithTheWordsOfTheProblemWhileItIsTyped() throws Exception {
        open(Samples.MODEL);
        List<String> path = List.of("training", "epochs");
        type("0", "training", "epochs");
        Ui.await("a mark", () -> page.problem(path).equals("epochs must be at least 1 and at most 1000000, is 0"));
        page.undo();
        Ui.await("no mark", () -> page.problem(path).isEmpty());
        assertEquals("3", control(Text.class, "training", "epochs").getText());
        assertFalse(editor.isDirty());
    }

    @Test
    void aParameterThatIsNeededAndMissingIsMarkedWhereItBelongs() throws Exception {
        open(Samples.MODEL);
        choose("cosine_restarts", "training", "schedule");
        List<String> path = List.of("training", "schedule", "cosine_restarts", "t0");
        Ui.await("a mark", () -> page.problem(path).contains("t0"));
        assertEquals(
                "required", control(Text.class, path.toArray(String[]::new)).getMessage());
        assertEquals("", page.problem(List.of("training", "schedule")));
    }

    @Test
    void theWheelOverAChoiceScrollsThePageAndChoosesNothing() throws Exception {
        open(Samples.MODEL);
        Combo choice = control(Combo.class, "training", "optimizer");
        int before = choice.toDisplay(0, 0).y;
        Event wheel = new Event();
        wheel.count = -3;
        choice.notifyListeners(SWT.MouseVerticalWheel, wheel);
        assertFalse(wheel.doit);
        assertTrue(choice.toDisplay(0, 0).y < before);
        assertEquals(Samples.MODEL, text());
    }

    @Test
    void entriesOfListsAreAddedMovedAndRemoved() throws Exception {
        String before = Samples.MODEL.replace("split:", "# changes\n  augmentation: [flip]\n  split:");
        open(before);
        choose("crop", "data", "augmentation");
        Ui.await("a second entry", () -> text().contains("augmentation: [flip, crop]"));
        type("4", "data", "augmentation", "1", "crop", "padding");
        page.commit();
        assertEquals(before.replace("[flip]", "[flip, {crop: {padding: 4}}]"), text());
    }

    @Test
    void aTextThatCannotBeReadLeavesThePageInGreyUntilItCan() throws Exception {
        open(Samples.MODEL);
        assertFalse(page.isGrey());
        document().replace(0, 0, "[");
        Ui.await("grey", page::isGrey);
        document().replace(0, 1, "");
        Ui.await("not grey", () -> !page.isGrey());
    }

    @Test
    void theDataIsShownAsPicturesWithTheBalanceOfItsClasses() throws Exception {
        open(Samples.MODEL.replace("split:", "augmentation: [{rotate: {degrees: 30}}]\n  split:"));
        Ui.await("samples", () -> page.data().preview().isPresent());
        assertEquals(80, page.data().preview().get().train().samples());
        assertEquals(10, page.data().preview().get().classes().size());
        assertEquals(36, page.data().pictures());
        Ui.await("the pictures to be drawn", () -> Ui.shows("80 training"));
        shot("training-data");
    }
}
