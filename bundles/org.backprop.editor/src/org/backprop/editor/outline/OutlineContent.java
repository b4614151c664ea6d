package org.backprop.editor.outline;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** The tree of outline items; its input is the root item, which is not shown. */
final class OutlineContent implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
        return getChildren(input);
    }

    @Override
    public Object[] getChildren(Object element) {
        return ((OutlineItem) element).children().toArray();
    }

    @Override
    public Object getParent(Object element) {
        return ((OutlineItem) element).parent();
    }

    @Override
    public boolean hasChildren(Object element) {
        return !((OutlineItem) element).children().isEmpty();
    }
}
