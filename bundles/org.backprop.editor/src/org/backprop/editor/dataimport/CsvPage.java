package org.backprop.editor.dataimport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.backprop.model.CsvData;
import org.backprop.model.Shape;
import org.backprop.model.data.CsvColumn;
import org.backprop.model.data.CsvColumn.Kind;
import org.backprop.model.data.CsvTable;
import org.backprop.model.start.Dataset;
import org.backprop.model.start.Dataset.Classes;
import org.backprop.model.start.Dataset.Numbers;
import org.backprop.model.start.Dataset.Target;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.widgets.WidgetFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Shows the first rows of a table, and asks for its header and for what is to be predicted. */
final class CsvPage extends ReadingPage<CsvTable> {
    private static final int MOST_COLUMNS = 40;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 200;

    private Optional<Boolean> headerWanted = Optional.empty();
    private Button header;
    private CheckboxTableViewer targets;
    private Table rows;
    private Button classes;
    private Button numbers;
    private Label facts;
    private CsvTable table;

    CsvPage() {
        super("csv", Messages.wizard_title, Messages.csv_description);
    }

    @Override
    void createContents(Composite page) {
        header = WidgetFactory.button(SWT.CHECK)
                .text(Messages.csv_header)
                .onSelect(event -> {
                    headerWanted = Optional.of(header.getSelection());
                    readAgain();
                })
                .create(page);
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(620, 240).applyTo(sash);
        createTargets(sash);
        rows = new Table(sash, SWT.BORDER | SWT.FULL_SELECTION);
        rows.setHeaderVisible(true);
        rows.setLinesVisible(true);
        sash.setWeights(2, 3);
        Composite task = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(task);
        new Label(task, SWT.NONE).setText(Messages.csv_predict);
        classes = radio(task, Messages.csv_classes);
        numbers = radio(task, Messages.csv_numbers);
        facts = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(620, SWT.DEFAULT).applyTo(facts);
    }

    private Button radio(Composite parent, String text) {
        return WidgetFactory.button(SWT.RADIO)
                .text(text)
                .onSelect(event -> update())
                .create(parent);
    }

    private void createTargets(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(box);
        new Label(box, SWT.NONE).setText(Messages.csv_targets);
        targets = CheckboxTableViewer.newCheckList(box, SWT.BORDER | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(targets.getTable());
        targets.setContentProvider(ArrayContentProvider.getInstance());
        targets.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return column((CsvColumn) element);
            }
        });
        targets.addCheckStateListener(event -> targetsChanged());
    }

    private static String column(CsvColumn column) {
        String values = column.values().size() > 6
                ? NLS.bind(Messages.csv_values, column.values().size())
                : String.join(", ", column.values());
        String kind = switch (column.kind()) {
            case INTEGERS -> Messages.csv_integers;
            case NUMBERS -> Messages.csv_reals;
            case TEXTS -> Messages.csv_texts;
        };
        return NLS.bind(Messages.csv_column, column.name(), values.isEmpty() ? kind : values);
    }

    @Override
    Reading.Work<CsvTable> work(Path from) {
        Optional<Boolean> wanted = headerWanted;
        return canceled -> CsvTable.read(from, wanted, canceled);
    }

    @Override
    void show(CsvTable read) {
        table = read;
        header.setSelection(read.header());
        targets.setInput(read.columns());
        targets.setChecked(read.likelyTarget(), true);
        targets.reveal(read.likelyTarget());
        showRows(read);
        targetsChanged();
    }

    private void showRows(CsvTable read) {
        rows.setRedraw(false);
        rows.removeAll();
        Arrays.stream(rows.getColumns()).forEach(TableColumn::dispose);
        int shown = Math.min(MOST_COLUMNS, read.columns().size());
        for (int i = 0; i < shown; i++) {
            TableColumn column = new TableColumn(rows, SWT.NONE);
            column.setText(read.columns().get(i).name());
        }
        for (List<String> row : read.firstRows()) {
            TableItem item = new TableItem(rows, SWT.NONE);
            item.setText(row.subList(0, Math.min(shown, row.size())).toArray(String[]::new));
        }
        rows.setRedraw(true);
    }

    private void targetsChanged() {
        List<CsvColumn> chosen = chosen();
        boolean asClasses = chosen.size() == 1 && chosen.getFirst().suggestsClasses();
        classes.setSelection(asClasses);
        numbers.setSelection(!asClasses);
        for (int i = 0; i < rows.getColumnCount(); i++) {
            CsvColumn column = table.columns().get(i);
            String name = column.name();
            rows.getColumn(i).setText(chosen.contains(column) ? NLS.bind(Messages.csv_target, name) : name);
            rows.getColumn(i).pack();
            rows.getColumn(i).setWidth(Math.clamp(rows.getColumn(i).getWidth(), NARROWEST, WIDEST));
        }
        update();
    }

    private List<CsvColumn> chosen() {
        return Arrays.stream(targets.getCheckedElements())
                .map(CsvColumn.class::cast)
                .toList();
    }

    @Override
    Optional<Found> describe(Path from, CsvTable read) {
        List<CsvColumn> chosen = chosen();
        List<CsvColumn> features = new ArrayList<>(read.columns());
        features.removeAll(chosen);
        Optional<String> problem = problem(read, chosen, features);
        setErrorMessage(problem.orElse(null));
        facts.setText(facts(read, features));
        facts.getParent().layout(new Control[] {facts});
        warn(read);
        if (problem.isPresent()) {
            return Optional.empty();
        }
        boolean texts = features.stream().anyMatch(column -> column.kind() == Kind.TEXTS);
        Optional<Shape> shape = texts ? Optional.empty() : Optional.of(Shape.of(features.size()));
        Target target = classes.getSelection() ? new Classes(chosen.getFirst().classes()) : new Numbers(chosen.size());
        List<String> names = chosen.stream().map(read::reference).toList();
        return Optional.of(new Found(
                List.of(from),
                path -> new Dataset(
                        new CsvData(path, names, read.header(), Optional.empty()), shape, target, read.rows(), false)));
    }

    private Optional<String> problem(CsvTable read, List<CsvColumn> chosen, List<CsvColumn> features) {
        if (read.ragged().isPresent()) {
            return Optional.of(NLS.bind(
                    Messages.csv_ragged,
                    read.ragged().getAsLong(),
                    read.columns().size()));
        } else if (chosen.isEmpty()) {
            return Optional.of(Messages.csv_noTarget);
        } else if (features.isEmpty()) {
            return Optional.of(Messages.csv_noFeature);
        } else if (!classes.getSelection()) {
            return chosen.stream()
                    .filter(column -> column.kind() == Kind.TEXTS)
                    .findFirst()
                    .map(column -> NLS.bind(Messages.csv_notNumbers, column.name()));
        } else if (chosen.size() > 1) {
            return Optional.of(Messages.csv_severalClasses);
        }
        CsvColumn only = chosen.getFirst();
        return only.classes() > 1 ? Optional.empty() : Optional.of(NLS.bind(Messages.csv_notClasses, only.name()));
    }

    private void warn(CsvTable read) {
        Optional<CsvColumn> incomplete =
                read.columns().stream().filter(column -> column.missing() > 0).findFirst();
        setMessage(
                incomplete
                        .map(column -> NLS.bind(Messages.csv_missing, column.name(), column.missing()))
                        .orElse(null),
                IMessageProvider.WARNING);
    }

    private String facts(CsvTable read, List<CsvColumn> features) {
        String texts = features.stream()
                .filter(column -> column.kind() == Kind.TEXTS)
                .map(CsvColumn::name)
                .limit(MOST_COLUMNS)
                .collect(Collectors.joining(", "));
        String rowCount = NLS.bind(read.complete() ? Messages.csv_rows : Messages.csv_firstRows, read.rows());
        String all = NLS.bind(Messages.csv_facts, rowCount, features.size());
        return texts.isEmpty() ? all : all + " " + NLS.bind(Messages.csv_oneHot, texts);
    }
}
