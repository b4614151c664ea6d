package org.backprop.editor.training;

import org.backprop.editor.source.Documentation;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Severity;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.TableWrapData;

/** The widgets of a line: a label, a control with a mark for its problem, and links. */
abstract class RowWidget {
    private static final int INDENT = 16;
    /** By how many lines a wheel turns at once. */
    private static final int LINES = 3;

    final FormHost host;
    final FormToolkit toolkit;
    private final Composite links;
    private final Hyperlink reset;
    private Row row;
    private Control control;
    private ControlDecoration mark;
    private String problem = "";

    RowWidget(FormHost host, FormToolkit toolkit, Composite parent, Row row) {
        this.host = host;
        this.toolkit = toolkit;
        this.row = row;
        Label label = toolkit.createLabel(parent, title(row));
        label.setToolTipText(explanation(row.field().parameter()));
        TableWrapData data = new TableWrapData(TableWrapData.LEFT, TableWrapData.MIDDLE);
        data.indent = row.depth() * INDENT;
        label.setLayoutData(data);
        control = create(parent);
        control.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB, TableWrapData.MIDDLE));
        control.setToolTipText(explanation(row.field().parameter()));
        name(control, label.getText());
        mark = new ControlDecoration(control, SWT.LEFT | SWT.TOP);
        mark.hide();
        control.addListener(SWT.FocusIn, event -> {
            FormToolkit.ensureVisible(control);
            host.say(problem);
        });
        links = toolkit.createComposite(parent);
        RowLayout line = new RowLayout();
        line.center = true;
        line.marginTop = 0;
        line.marginBottom = 0;
        line.wrap = false;
        links.setLayout(line);
        links.setLayoutData(new TableWrapData(TableWrapData.LEFT, TableWrapData.MIDDLE));
        String unit = Labels.unit(row.field().parameter());
        if (row.kind() == Row.Kind.VALUE && !unit.isEmpty()) {
            toolkit.createLabel(links, unit);
        }
        addLinks();
        reset = link(Messages.reset, Messages.reset_hint, this::reset);
    }

    /** What stands before the control. */
    String title(Row shown) {
        return Labels.of(shown.field().parameter().key());
    }

    /** Makes the control. */
    abstract Control create(Composite parent);

    /** A choice that leaves the wheel of the mouse to the page, so that scrolling over it changes nothing. */
    static Combo choice(Composite parent, int style) {
        Combo combo = new Combo(parent, style);
        combo.addListener(SWT.MouseVerticalWheel, event -> {
            event.doit = false;
            scroll(combo.getParent(), event.count);
        });
        return combo;
    }

    private static void scroll(Composite inside, int lines) {
        if (inside instanceof ScrolledComposite page) {
            Point origin = page.getOrigin();
            page.setOrigin(origin.x, origin.y - lines * page.getVerticalBar().getIncrement() / LINES);
        } else if (inside != null) {
            scroll(inside.getParent(), lines);
        }
    }

    /** Shows the value of the line. */
    abstract void showValue();

    /** Adds links of its own. */
    void addLinks() {}

    /** Whether the value can be taken out of the file. */
    boolean isResettable() {
        return row.field().isResettable();
    }

    void reset() {
        host.edit(edit -> edit.remove(row.path()));
    }

    static String explanation(ParameterInfo parameter) {
        return parameter.key() + ": " + Documentation.of(parameter);
    }

    private static void name(Control control, String text) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = text;
            }
        });
    }

    /** A link behind the control. */
    Hyperlink link(String text, String hint, Runnable action) {
        Hyperlink link = toolkit.createHyperlink(links, text, SWT.NONE);
        link.setToolTipText(hint);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                action.run();
            }
        });
        return link;
    }

    Row row() {
        return row;
    }

    Control control() {
        return control;
    }

    /** Shows another state of the same line. */
    void show(Row latest, FieldProblem wrong) {
        row = latest;
        showValue();
        reset.setVisible(isResettable());
        problem = wrong == null ? "" : wrong.message();
        if (wrong == null) {
            mark.hide();
        } else {
            String icon = wrong.severity() == Severity.ERROR
                    ? FieldDecorationRegistry.DEC_ERROR
                    : FieldDecorationRegistry.DEC_WARNING;
            mark.setImage(FieldDecorationRegistry.getDefault()
                    .getFieldDecoration(icon)
                    .getImage());
            mark.setDescriptionText(problem);
            mark.show();
        }
        if (control.isFocusControl()) {
            host.say(problem);
        }
    }

    /** What is wrong with the value; empty if nothing is. */
    String problem() {
        return problem;
    }
}
