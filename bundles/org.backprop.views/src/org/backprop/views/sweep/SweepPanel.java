package org.backprop.views.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.runlog.sweep.TrialState;
import org.backprop.views.Figures;
import org.backprop.views.Images;
import org.backprop.views.Pages;
import org.backprop.views.charts.Palette;
import org.backprop.views.tables.Column;
import org.backprop.views.tables.SortedTable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The trials above the settings, the curves beside them; or a text that says what to do while there is nothing. */
final class SweepPanel {
    private final Pages pages;
    private final Composite content;
    private final Combo choice;
    private final Label title;
    private final Label remark;
    private final SortedTable<Row> trials;
    private final SortedTable<Group> groups;
    private final SweepChart chart;
    private final Map<TrialState, Image> states = new EnumMap<>(TrialState.class);
    private final List<Image> swatches = new ArrayList<>();
    private List<Path> choices = List.of();
    private List<Row> rows = List.of();

    SweepPanel(Composite parent, Consumer<Path> choose) {
        pages = new Pages(parent);
        pages.showText(Messages.empty_noSweep);
        content = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 2).applyTo(content);
        createImages();
        Label label = new Label(content, SWT.NONE);
        label.setText(Messages.choose);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).indent(6, 0).applyTo(label);
        choice = new Combo(content, SWT.READ_ONLY);
        choice.addListener(SWT.Selection, event -> choose.accept(chosen()));
        title = new Label(content, SWT.NONE);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(title);
        remark = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(3, 1)
                .indent(6, 0)
                .exclude(true)
                .applyTo(remark);
        SashForm sides = new SashForm(content, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(sides);
        SashForm tables = new SashForm(sides, SWT.VERTICAL);
        trials = new SortedTable<>(
                tables,
                Row.class,
                Columns.TRIALS,
                this::image,
                row -> row.row().trial().message().orElse(null));
        groups = new SortedTable<>(tables, Group.class, Columns.GROUPS, this::image, group -> null);
        chart = new SweepChart(sides);
        sides.setWeights(60, 40);
        tables.setWeights(60, 40);
        trials.viewer().addSelectionChangedListener(event -> chart.select(numbers(trials.selected())));
        groups.viewer().addSelectionChangedListener(event -> selectTrials());
    }

    private void createImages() {
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), pages.control());
        for (TrialState state : TrialState.values()) {
            states.put(state, resources.create(Images.icon(state.name().toLowerCase(Locale.ROOT))));
        }
        for (int i = 0; i < Palette.size(); i++) {
            swatches.add(resources.create(Palette.swatch(i)));
        }
    }

    private Image image(Row row, Column<Row> column) {
        if (column.title().equals(Messages.column_state)) {
            return states.get(row.row().state());
        }
        return column.title().equals(Messages.column_setting) ? swatch(row.setting()) : null;
    }

    private Image image(Group group, Column<Group> column) {
        return column.title().equals(Messages.column_setting) ? swatch(group.setting()) : null;
    }

    private Image swatch(int setting) {
        return swatches.get(setting % swatches.size());
    }

    private static Set<Integer> numbers(List<Row> rows) {
        return rows.stream().map(Row::number).collect(Collectors.toSet());
    }

    /** Selects the trials of the selected settings. */
    private void selectTrials() {
        Set<Integer> settings = new HashSet<>();
        groups.selected().forEach(group -> settings.add(group.setting()));
        if (!settings.isEmpty()) {
            List<Row> members = rows.stream()
                    .filter(row -> settings.contains(row.setting()))
                    .toList();
            trials.viewer().setSelection(new StructuredSelection(members));
        }
    }

    Composite control() {
        return pages.control();
    }

    SortedTable<Row> trials() {
        return trials;
    }

    SortedTable<Group> groups() {
        return groups;
    }

    SweepChart chart() {
        return chart;
    }

    /** Shows a sweep. */
    void show(ShownSweep shown, SweepState state) {
        if (shown.sweep().isEmpty()) {
            pages.showText(Messages.empty_noSweep);
            return;
        }
        SweepSnapshot sweep = shown.sweep().get();
        showChoices(shown.choices(), state.chosen());
        setTitle(sweep);
        setRemark(sweep.info().message().orElse(""));
        rows = shown.rows();
        trials.show(rows);
        groups.show(shown.groups());
        chart.show(
                shown.curves(), shown.byTime(), sweep.info().plan().objective().metric(), state.logarithmic());
        pages.show(content);
    }

    private void setTitle(SweepSnapshot sweep) {
        String text = NLS.bind(Messages.title, new Object[] {
            sweep.info().name(),
            Figures.state(sweep.outcome()),
            sweep.ended(),
            sweep.planned(),
            sweep.info().plan().objective().metric()
        });
        if (!text.equals(title.getText())) {
            title.setText(text);
            content.layout();
        }
    }

    private void setRemark(String text) {
        if (!text.equals(remark.getText())) {
            remark.setText(text);
            remark.setVisible(!text.isEmpty());
            ((GridData) remark.getLayoutData()).exclude = text.isEmpty();
            content.layout();
        }
    }

    private void showChoices(List<Path> folders, Path chosen) {
        if (!folders.equals(choices)) {
            choices = folders;
            List<String> names = new ArrayList<>(List.of(Messages.choose_newest));
            folders.forEach(folder -> names.add(folder.getFileName().toString()));
            choice.setItems(names.toArray(String[]::new));
            content.layout();
        }
        int index = chosen == null ? 0 : choices.indexOf(chosen) + 1;
        if (choice.getSelectionIndex() != index) {
            choice.select(index);
        }
    }

    private Path chosen() {
        int index = choice.getSelectionIndex();
        return index <= 0 ? null : choices.get(index - 1);
    }

    void setFocus() {
        pages.setFocus();
    }
}
