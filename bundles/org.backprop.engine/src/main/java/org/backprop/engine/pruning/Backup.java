package org.backprop.engine.pruning;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/** A copy of some buffers, to go back to. */
final class Backup {

    private final Kernels kernels;
    private final List<View> views;
    private final List<View> copies = new ArrayList<>();

    /** Copies the buffers as they are now. */
    Backup(Kernels kernels, List<View> views) {
        this.kernels = kernels;
        this.views = List.copyOf(views);
        for (View view : this.views) {
            View copy = kernels.allocate(view.length()).view(0, 1, view.length());
            copies.add(copy);
        }
        keep();
    }

    /** Copies the buffers as they are now, in place of what was copied before. */
    void keep() {
        for (int i = 0; i < views.size(); i++) {
            kernels.copy(views.get(i), copies.get(i));
        }
    }

    /** Puts the copies back. */
    void restore() {
        for (int i = 0; i < views.size(); i++) {
            kernels.copy(copies.get(i), views.get(i));
        }
    }
}
