package org.backprop.editor.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.ParameterInfo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;

/** A group of lines under a title. The widgets stay as long as the lines edit the same values. */
final class GroupSection {
    private static final int COLUMNS = 3;
    private static final int GAP = 10;

    private final FormHost host;
    private final FormToolkit toolkit;
    private final Group group;
    private final Composite area;
    private final List<RowWidget> widgets = new ArrayList<>();
    private List<List<Object>> identities = List.of();
    private Composite lines;

    GroupSection(FormHost host, FormToolkit toolkit, Composite parent, Group group) {
        this.host = host;
        this.toolkit = toolkit;
        this.group = group;
        Section section = toolkit.createSection(
                parent, ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(group.title());
        section.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        area = toolkit.createComposite(section);
        TableWrapLayout layout = new TableWrapLayout();
        layout.topMargin = 0;
        layout.leftMargin = 0;
        layout.rightMargin = 0;
        area.setLayout(layout);
        section.setClient(area);
    }

    /** Where more can be added below the lines. */
    Composite area() {
        if (lines == null) {
            createLines(null);
        }
        return area;
    }

    /** Shows a state of the text; true if there are other widgets than before. */
    boolean show(FormState state) {
        List<Row> rows = Row.of(group.fields(state.sections()));
        List<List<Object>> latest = rows.stream().map(Row::identity).toList();
        boolean other = !latest.equals(identities);
        if (other) {
            identities = latest;
            rebuild(rows);
        }
        for (int i = 0; i < rows.size(); i++) {
            widgets.get(i).show(rows.get(i), state.problems().get(rows.get(i).path()));
        }
        return other;
    }

    /** Shows the values of the text again. */
    void showValues() {
        widgets.forEach(RowWidget::showValue);
    }

    private void rebuild(List<Row> rows) {
        Optional<List<Object>> focused = widgets.stream()
                .filter(widget -> widget.control().isFocusControl())
                .map(widget -> key(widget.row()))
                .findFirst();
        widgets.clear();
        Composite old = lines;
        createLines(old);
        for (Row row : rows) {
            widgets.add(create(row));
        }
        if (old != null) {
            old.dispose();
        }
        focused.flatMap(key -> widgets.stream()
                        .filter(widget -> key(widget.row()).equals(key))
                        .findFirst())
                .ifPresent(widget -> widget.control().setFocus());
    }

    /** What tells a line from the others when types change around it. */
    private static List<Object> key(Row row) {
        return List.of(row.kind(), row.path(), row.field().parameter().key());
    }

    private void createLines(Composite before) {
        lines = toolkit.createComposite(area);
        TableWrapLayout layout = new TableWrapLayout();
        layout.numColumns = COLUMNS;
        layout.horizontalSpacing = GAP;
        lines.setLayout(layout);
        lines.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        if (before != null) {
            lines.moveAbove(before);
        }
    }

    private RowWidget create(Row row) {
        return switch (row.kind()) {
            case TYPE -> new ChoiceWidget(host, toolkit, lines, row);
            case SWITCH -> new CheckWidget(host, toolkit, lines, row);
            case LIST -> new ListWidget(host, toolkit, lines, row);
            case ITEM -> new ItemWidget(host, toolkit, lines, row);
            case HEADING -> new HeadingWidget(host, toolkit, lines, row);
            case VALUE -> value(row);
        };
    }

    private RowWidget value(Row row) {
        ParameterInfo parameter = row.field().parameter();
        return switch (parameter.kind()) {
            case BOOLEAN ->
                parameter.defaultValue().isPresent()
                        ? new CheckWidget(host, toolkit, lines, row)
                        : new ChoiceWidget(host, toolkit, lines, row);
            case CHOICE -> new ChoiceWidget(host, toolkit, lines, row);
            case TEXT ->
                parameter.key().equals("path")
                        ? new PathWidget(host, toolkit, lines, row)
                        : new TextWidget(host, toolkit, lines, row);
            default -> new TextWidget(host, toolkit, lines, row);
        };
    }

    /** The control for the value at a path. */
    Optional<Control> control(List<String> path) {
        return widgets.stream()
                .filter(widget -> widget.row().path().equals(path))
                .map(RowWidget::control)
                .findFirst();
    }

    /** What is wrong with the value at a path; empty if nothing is. */
    String problem(List<String> path) {
        return widgets.stream()
                .filter(widget -> widget.row().path().equals(path))
                .map(RowWidget::problem)
                .findFirst()
                .orElse("");
    }
}
