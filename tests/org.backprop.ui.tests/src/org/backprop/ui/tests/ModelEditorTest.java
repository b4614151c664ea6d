package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.backprop.editor.ModelEditor;
import org.backprop.editor.ModelSourceEditor;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class ModelEditorTest {
    private TestProject project;
    private IFile file;
    private IEditorPart part;
    private ModelSourceEditor editor;

    @BeforeEach
    void openEditor() throws Exception {
        project = new TestProject("editor");
        file = project.file("small.nn.yaml", Samples.MODEL);
        Ui.page().showView(IPageLayout.ID_OUTLINE);
        part = IDE.openEditor(Ui.page(), file);
        editor = assertInstanceOf(ModelEditor.class, part).getAdapter(ModelSourceEditor.class);
        ((ModelEditor) part).showSource();
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
    }

    @Test
    void keysTypesNumbersAndCommentsDifferInColour() {
        Ui.await("highlighting", () -> colourAt("name:") != null);
        List<Object> colours = Stream.of("name:", "flatten", "100", "# negative")
                .map(this::colourAt)
                .toList();
        assertEquals(4, colours.stream().distinct().count(), colours.toString());
    }

    private Object colourAt(String text) {
        StyledText widget = (StyledText) editor.getAdapter(Control.class);
        StyleRange style = widget.getStyleRangeAtOffset(Samples.MODEL.indexOf(text));
        return style == null ? null : style.foreground;
    }

    @Test
    void outlineShowsLayersWithTheirShapesAndParameterCounts() throws Exception {
        Ui.await("outline", () -> outline().anyMatch(text -> text.contains("hidden")));
        String hidden =
                outline().filter(text -> text.contains("hidden")).findFirst().orElseThrow();
        assertTrue(hidden.contains("[16]"), hidden);
        assertTrue(hidden.contains("12,560 params"), hidden);
        Shots.take("editor");
    }

    @Test
    void outlineFollowsTheCaret() {
        Ui.await("outline", () -> outline().anyMatch(text -> text.contains("scores")));
        editor.selectAndReveal(Samples.MODEL.indexOf("name: scores"), 0);
        Ui.await(
                "selection",
                () -> Arrays.stream(outlineTree().getSelection())
                        .anyMatch(item -> item.getText().contains("scores")));
    }

    @Test
    void aBlockKeepsItsPlaceInTheOutlineWhenALayerBeforeItGoes() throws Exception {
        String block = "    - residual: {layers: [{dense: {units: 16, name: inner%d}}]}\n    - activation: relu\n";
        replace("    - dense: {name: scores", block.formatted(1) + block.formatted(2) + "    - dense: {name: scores");
        Ui.await("the blocks", () -> outline().anyMatch(text -> text.contains("inner2")));
        TreeItem inner = items(outlineTree().getItems())
                .filter(item -> item.getText().contains("inner2"))
                .findFirst()
                .orElseThrow();
        TreeItem second = inner.getParentItem();
        second.setExpanded(true);
        replace("    - activation: relu\n    - residual", "    - residual");
        Ui.await("one activation less", () -> outline().noneMatch(text -> text.contains("activation_3")));
        assertFalse(inner.isDisposed());
        assertTrue(second.getExpanded());
        assertTrue(second.getText().contains("residual_2"), second.getText());
    }

    @Test
    void unknownKeyIsMarkedOnItsLineWhileTypingAndVanishesWhenFixed() throws Exception {
        Ui.await("no problem at first", () -> TestProject.problems(file).isEmpty());
        replace("epochs: 3", "epoch: 3");
        Ui.await("a problem", () -> !TestProject.problems(file).isEmpty());
        IMarker problem = TestProject.problems(file).get(0);
        int line = document().getLineOfOffset(document().get().indexOf("epoch: 3")) + 1;
        assertEquals(line, problem.getAttribute(IMarker.LINE_NUMBER, 0));
        assertTrue(editor.isDirty());
        replace("epoch: 3", "epochs: 3");
        Ui.await("no problem left", () -> TestProject.problems(file).isEmpty());
    }

    @Test
    void closingWithoutSavingRestoresTheProblemsOfTheSavedText() throws Exception {
        replace("epochs: 3", "epoch: 3");
        Ui.await("a problem", () -> !TestProject.problems(file).isEmpty());
        Ui.page().closeEditor(part, false);
        Ui.await("no problem left", () -> TestProject.problems(file).isEmpty());
    }

    @Test
    void tabKeyTypesSpaces() {
        StyledText widget = (StyledText) editor.getAdapter(Control.class);
        widget.setSelection(0);
        widget.insert("\t");
        assertEquals("  backprop", document().get().substring(0, 10));
    }

    @Test
    void selectingAnOutlineElementSelectsItsText() {
        Ui.await("outline", () -> outline().anyMatch(text -> text.contains("hidden")));
        Tree tree = outlineTree();
        tree.setFocus();
        tree.setSelection(items(tree.getItems())
                .filter(item -> item.getText().contains("hidden"))
                .findFirst()
                .orElseThrow());
        tree.notifyListeners(SWT.Selection, new Event());
        ISelectionProvider selection = editor.getSelectionProvider();
        int line = (int) Samples.MODEL
                        .substring(0, Samples.MODEL.indexOf("hidden"))
                        .lines()
                        .count()
                - 1;
        Ui.await("text selected", () -> ((ITextSelection) selection.getSelection()).getStartLine() == line);
        assertTrue(((ITextSelection) selection.getSelection()).getLength() > 0);
    }

    private void replace(String before, String after) throws Exception {
        document().replace(document().get().indexOf(before), before.length(), after);
    }

    private IDocument document() {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    private Stream<String> outline() {
        return Ui.visible(Tree.class).stream()
                .flatMap(tree -> items(tree.getItems()))
                .map(TreeItem::getText);
    }

    private Tree outlineTree() {
        return Ui.visible(Tree.class).stream()
                .filter(tree ->
                        items(tree.getItems()).anyMatch(item -> item.getText().contains("hidden")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<TreeItem> items(TreeItem[] items) {
        return Arrays.stream(items).flatMap(item -> Stream.concat(Stream.of(item), items(item.getItems())));
    }
}
