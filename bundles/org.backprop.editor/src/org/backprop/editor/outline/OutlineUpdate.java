package org.backprop.editor.outline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.eclipse.jface.viewers.TreeViewer;

/**
 * Brings the tree up to date with as few changes as possible: of a thousand layers, most are the same after an edit. Labels
 * are drawn anew a few at a time, so that the user interface does not wait for them.
 */
final class OutlineUpdate {
    private static final int AT_ONCE = 25;

    private final TreeViewer viewer;
    private final Deque<OutlineItem> changed = new ArrayDeque<>();

    OutlineUpdate(TreeViewer viewer) {
        this.viewer = viewer;
    }

    /** Lets what is shown be the same as what is there now. */
    void show(OutlineItem shown, OutlineItem now) {
        boolean idle = changed.isEmpty();
        merge(shown, now);
        if (idle) {
            updateSome();
        }
    }

    private void updateSome() {
        if (viewer.getControl().isDisposed()) {
            return;
        }
        for (int i = 0; i < AT_ONCE && !changed.isEmpty(); i++) {
            viewer.update(changed.removeFirst(), null);
        }
        if (!changed.isEmpty()) {
            viewer.getControl().getDisplay().asyncExec(this::updateSome);
        }
    }

    private void merge(OutlineItem shown, OutlineItem now) {
        if (shown.adopt(now) && shown.parent() != null) {
            changed.add(shown);
        }
        List<OutlineItem> before = shown.children();
        List<OutlineItem> after = now.children();
        int least = Math.min(before.size(), after.size());
        int start = 0;
        while (start < least && before.get(start).looksLike(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < least - start
                && before.get(before.size() - 1 - end).resembles(after.get(after.size() - 1 - end))) {
            end++; // also those that are only counted in another way now
        }
        int paired = Math.min(before.size(), after.size()) - end;
        for (OutlineItem gone : shown.remove(paired, before.size() - end)) {
            viewer.remove(gone);
        }
        for (int i = 0; i < paired; i++) {
            merge(before.get(i), after.get(i));
        }
        for (int i = paired; i < after.size() - end; i++) {
            viewer.insert(shown, shown.insert(i, after.get(i)), i);
        }
        for (int i = after.size() - end; i < after.size(); i++) {
            merge(before.get(i), after.get(i));
        }
    }
}
