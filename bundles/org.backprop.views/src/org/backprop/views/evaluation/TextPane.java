package org.backprop.views.evaluation;

import org.backprop.views.EmptyState;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Says why nothing was measured, and what to do next. */
final class TextPane implements Pane {
    private final EmptyState text;

    TextPane(Composite parent) {
        text = new EmptyState(parent);
    }

    @Override
    public String title() {
        return Messages.tab_result;
    }

    @Override
    public Control control() {
        return text.control();
    }

    @Override
    public void show(ShownEvaluation shown) {
        String problem = shown.recorded().problem().orElse(null);
        text.setText(
                problem != null
                        ? NLS.bind(Messages.empty_broken, problem)
                        : shown.recorded().hasWeights() ? Messages.empty_notEvaluated : Messages.empty_noWeights);
    }
}
