package org.backprop.views.evaluation;

import org.eclipse.swt.widgets.Control;

/** The content of a tab. */
interface Pane {
    /** What the tab says. */
    String title();

    Control control();

    /** Shows an evaluation of the kind that the tab is for. */
    void show(ShownEvaluation shown);
}
