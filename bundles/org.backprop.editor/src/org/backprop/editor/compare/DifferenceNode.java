package org.backprop.editor.compare;

import java.util.Locale;

import org.backprop.editor.EditorImages;
import org.backprop.model.diff.Difference;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.compare.structuremergeviewer.IDiffContainer;
import org.eclipse.swt.graphics.Image;

/** An element of the tree of differences, with a text of its own. */
final class DifferenceNode extends DiffNode {
    private final String text;
    private final String icon;

    private DifferenceNode(
            IDiffContainer parent, int kind, ITypedElement left, ITypedElement right, String text, String icon) {
        super(parent, kind, null, left, right);
        this.text = text;
        this.icon = icon;
    }

    /** The two files as a whole, with the name of the one that is shown on the right. */
    static DifferenceNode files(IDiffContainer parent, ITypedElement left, ITypedElement right, boolean mirrored) {
        return new DifferenceNode(
                parent, Differencer.CHANGE, left, right, (mirrored ? left : right).getName(), "model");
    }

    /** A remark below the files. */
    static void remark(IDiffContainer parent, String text) {
        new DifferenceNode(parent, Differencer.NO_CHANGE, null, null, text, "parameter");
    }

    /** A difference with all that is different inside of it. */
    static void add(IDiffContainer parent, Difference difference, DifferenceText texts) {
        int kind = switch (difference.kind()) {
            case ADDED -> Differencer.ADDITION;
            case REMOVED -> Differencer.DELETION;
            case CHANGED, MOVED -> Differencer.CHANGE;
        };
        DifferenceNode node = new DifferenceNode(
                parent,
                kind,
                difference.left().map(side -> texts.left(difference, side)).orElse(null),
                difference.right().map(side -> texts.right(difference, side)).orElse(null),
                texts.label(difference),
                difference.element().name().toLowerCase(Locale.ROOT));
        difference.children().forEach(child -> add(node, child, texts));
    }

    @Override
    public String getName() {
        return text;
    }

    @Override
    public Image getImage() {
        return EditorImages.of(icon);
    }

    /** Two nodes of one place in two trees are equal if they say the same, so that the tree keeps what is expanded. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DifferenceNode node
                && text.equals(node.text)
                && (getParent() == null ? node.getParent() == null : getParent().equals(node.getParent()));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
