package org.backprop.views.pruning;

import java.util.List;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Figures;
import org.backprop.views.Themed;
import org.backprop.views.WrappedLabel;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What to prune by, what it would do, and the buttons that do it. */
final class PruneBar {
    private static final int COLUMNS = 6;
    private static final int NARROW_COLUMNS = 2;
    private static final int LEAST = 80;

    private final Composite control;
    private final Combo criterion;
    private final Combo scope;
    private final Button apply;
    private final Button undo;
    private final WrappedLabel figures;
    private final WrappedLabel message;
    private final List<String> criteria;

    /** What the user does here. */
    interface Actions {
        void choose(String criterion, boolean allLayers);

        void apply();

        void undo();
    }

    /** @param criteria keys of the criteria */
    PruneBar(Composite parent, List<String> criteria, Actions actions) {
        this.criteria = criteria;
        control = new Composite(parent, SWT.NONE);
        arrange(false);
        criterion = combo(Messages.prune_criterion, criteria);
        scope = combo(Messages.prune_scope, List.of(Messages.prune_layer, Messages.prune_all));
        for (Combo combo : List.of(criterion, scope)) {
            combo.addListener(
                    SWT.Selection,
                    event -> actions.choose(
                            criteria.get(Math.max(0, criterion.getSelectionIndex())), scope.getSelectionIndex() == 1));
        }
        apply = button(Messages.prune_apply, Messages.prune_applyTip, actions::apply);
        undo = button(Messages.prune_undo, Messages.prune_undoTip, actions::undo);
        figures = new WrappedLabel(control, COLUMNS, 0);
        message = new WrappedLabel(control, COLUMNS, 0);
        Themed.follow(control, this::style);
    }

    /** Places the choices side by side, or one below the other. */
    void arrange(boolean narrow) {
        int columns = narrow ? NARROW_COLUMNS : COLUMNS;
        if (control.getLayout() instanceof GridLayout layout && layout.numColumns == columns) {
            return;
        }
        GridLayoutFactory.fillDefaults()
                .numColumns(columns)
                .margins(6, 2)
                .spacing(6, 3)
                .applyTo(control);
        for (Control child : control.getChildren()) {
            if (child.getLayoutData() instanceof GridData data && data.horizontalSpan > 1) {
                data.horizontalSpan = columns;
            }
        }
        control.getParent().layout();
    }

    private Combo combo(String name, List<String> choices) {
        new Label(control, SWT.NONE).setText(name);
        Combo combo = new Combo(control, SWT.READ_ONLY);
        combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = false);
        combo.setItems(choices.toArray(String[]::new));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(LEAST, SWT.DEFAULT)
                .applyTo(combo);
        return combo;
    }

    private Button button(String text, String tip, Runnable pressed) {
        Button button = new Button(control, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, event -> pressed.run());
        return button;
    }

    Composite control() {
        return control;
    }

    /** Shows what was chosen. */
    void show(String criterionKey, boolean allLayers) {
        select(criterion, criteria.indexOf(criterionKey));
        select(scope, allLayers ? 1 : 0);
    }

    private static void select(Combo combo, int index) {
        if (combo.getSelectionIndex() != index) {
            combo.select(index);
        }
    }

    /**
     * Shows what that would do.
     *
     * @param layer name of the selected layer
     * @param text what the trainer says, or why nothing can be done
     */
    void show(String layer, Proposal proposal, boolean trainer, String text) {
        String whatIf = NLS.bind(
                Messages.prune_whatIf,
                new Object[] {layer, Figures.percent(proposal.layer()), Figures.percent(proposal.all())});
        figures.setText(proposal.layer().isEmpty() ? "" : whatIf, control.getParent());
        message.setText(text, control.getParent());
        apply.setEnabled(trainer && proposal.selection().isPresent());
        undo.setEnabled(trainer);
    }

    private void style(ChartTheme theme) {
        figures.control().setForeground(theme.foreground());
        message.control().setForeground(theme.foreground());
    }
}
