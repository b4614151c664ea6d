package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.backprop.testkit.LoggedErrors;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.ResourceNode;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class ModelCompareTest {
    private TestProject project;

    @BeforeEach
    void createProject() throws Exception {
        project = new TestProject("compared");
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
    }

    /** Compares two files as Compare With > Each Other does; the platform's preference says which one it shows on the left. */
    private static void compare(IFile shownLeft, IFile shownRight) {
        CompareConfiguration configuration = new CompareConfiguration();
        ResourceNode left = new ResourceNode(configuration.isMirrored() ? shownRight : shownLeft);
        ResourceNode right = new ResourceNode(configuration.isMirrored() ? shownLeft : shownRight);
        CompareUI.openCompareEditor(new CompareEditorInput(configuration) {
            @Override
            protected Object prepareInput(IProgressMonitor monitor) {
                return new DiffNode(null, Differencer.CHANGE, null, left, right);
            }
        });
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Tree tree : Ui.visible(Tree.class)) {
            Arrays.stream(tree.getItems())
                    .filter(item -> item.getText().endsWith(".nn.yaml"))
                    .forEach(item -> collect(item, lines));
        }
        return lines;
    }

    private static void collect(TreeItem item, List<String> lines) {
        lines.add(item.getText());
        Arrays.stream(item.getItems()).forEach(child -> collect(child, lines));
    }

    @Test
    void twoModelFilesAreComparedByTheirLayersAndSettings() throws Exception {
        String changed = Samples.MODEL
                .replace("    - flatten\n", "    - flatten\n    - dropout: 0.2\n")
                .replace("units: 16", "units: 32")
                .replace("epochs: 3", "epochs: 5 # more");
        compare(project.file("one.nn.yaml", Samples.MODEL), project.file("two.nn.yaml", changed));
        List<String> expected = List.of(
                "two.nn.yaml",
                "network",
                "dropout_1 (dropout), only on the right",
                "hidden (dense)",
                "units: 16 \u2192 32",
                "training",
                "epochs: 3 \u2192 5");
        Ui.await("the differences", () -> lines().equals(expected));
        Shots.take("model-compare");
    }

    @Test
    void filesThatDifferInCommentsOnlyAreSaidToBeTheSameModel() throws Exception {
        compare(
                project.file("one.nn.yaml", Samples.MODEL),
                project.file("two.nn.yaml", "# a comment\n" + Samples.MODEL));
        Ui.await("the remark", () -> lines().size() == 2);
        assertTrue(lines().getLast().startsWith("The models are the same"), lines()::toString);
    }

    @Test
    void aTextThatCannotBeReadIsNamedInPlaceOfTheStructure() throws Exception {
        compare(project.file("one.nn.yaml", Samples.MODEL), project.file("two.nn.yaml", "["));
        Ui.await("the remark", () -> lines().size() == 2);
        assertTrue(lines().getLast().startsWith("The structure cannot be compared: "), lines()::toString);
    }
}
