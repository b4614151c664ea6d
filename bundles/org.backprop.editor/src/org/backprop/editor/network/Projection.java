package org.backprop.editor.network;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.backprop.editor.network.graph.Diagram;
import org.backprop.editor.network.graph.Layout;
import org.backprop.editor.network.graph.NetworkGraph;
import org.backprop.editor.validation.Validator;
import org.backprop.model.Analysis;
import org.backprop.model.Position;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerText;
import org.backprop.model.edit.ModelEdit;
import org.eclipse.core.resources.IFile;

/** Reads, analyses and lays out the text in the background. */
final class Projection {

    private final Supplier<String> text;
    private final Supplier<IFile> file;
    private final Layout layout;
    private volatile Set<String> folded = Set.of();

    /**
     * Creates a projection.
     *
     * @param text the text as it is now
     * @param file the file that it belongs to, or null
     * @param width width of a node in points
     * @param height height of a node in points
     */
    Projection(Supplier<String> text, Supplier<IFile> file, double width, double height) {
        this.text = text;
        this.file = file;
        layout = new Layout(width, height);
    }

    Set<String> folded() {
        return folded;
    }

    /** Says which blocks are drawn as one node. */
    void fold(Set<String> blocks) {
        folded = Set.copyOf(blocks);
    }

    /** The state of the text now; null if the editor is closed. */
    Shown project() {
        String now = text.get();
        if (now == null) {
            return null;
        }
        Analysis analysis = Validator.analyse(now, file.get());
        try {
            List<LayerText> layers = ModelEdit.of(now).layers();
            Diagram diagram = layout.of(NetworkGraph.of(layers, analysis, folded));
            return new Shown(now, diagram, layers, "", Position.START);
        } catch (EditRefusedException e) {
            Position at = analysis.problems().isEmpty()
                    ? Position.START
                    : analysis.problems().getFirst().position();
            return new Shown(now, null, List.of(), e.getMessage(), at);
        }
    }
}
