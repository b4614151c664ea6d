package org.backprop.views.evaluation;

import java.util.List;

import org.backprop.core.evaluation.EvaluationChoice;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Which set and which weights, and the button that evaluates. */
final class ChoiceBar {
    private static final List<String> SPLITS = List.of("train", "validation", "test");
    private static final List<String> CHECKPOINTS = List.of(EvaluationChoice.BEST, EvaluationChoice.LAST);

    private final Composite control;
    private final Combo split;
    private final Combo checkpoint;
    private final Button evaluate;

    /**
     * @param changed called when something else is chosen
     * @param pressed called when it shall be evaluated
     */
    ChoiceBar(Composite parent, Runnable changed, Runnable pressed) {
        control = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout();
        layout.center = true;
        layout.marginLeft = 6;
        layout.spacing = 6;
        control.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(control);
        split = combo(
                Messages.bar_split, changed, Messages.split_train, Messages.split_validation, Messages.split_test);
        checkpoint = combo(Messages.bar_checkpoint, changed, Messages.checkpoint_best, Messages.checkpoint_last);
        checkpoint.setToolTipText(Messages.bar_checkpointTip);
        evaluate = new Button(control, SWT.PUSH);
        evaluate.setText(Messages.bar_evaluate);
        evaluate.setToolTipText(Messages.bar_evaluateTip);
        evaluate.addListener(SWT.Selection, event -> pressed.run());
    }

    private Combo combo(String name, Runnable changed, String... choices) {
        new Label(control, SWT.NONE).setText(name);
        Combo combo = new Combo(control, SWT.READ_ONLY);
        combo.setItems(choices);
        combo.addListener(SWT.Selection, event -> changed.run());
        return combo;
    }

    Composite control() {
        return control;
    }

    /** Chooses a set and weights; null, and what is not known, stand for the defaults. */
    void choose(String splitKey, String checkpointKey) {
        split.select(index(SPLITS, splitKey, 1));
        checkpoint.select(index(CHECKPOINTS, checkpointKey, 0));
    }

    private static int index(List<String> keys, String key, int byDefault) {
        return key != null && keys.contains(key) ? keys.indexOf(key) : byDefault;
    }

    String split() {
        return SPLITS.get(split.getSelectionIndex());
    }

    String checkpoint() {
        return CHECKPOINTS.get(checkpoint.getSelectionIndex());
    }

    void setEnabled(boolean possible) {
        evaluate.setEnabled(possible);
    }
}
