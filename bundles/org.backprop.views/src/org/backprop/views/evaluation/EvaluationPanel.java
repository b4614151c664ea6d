package org.backprop.views.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import org.backprop.runlog.evaluation.ConfusionMatrix;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Figures;
import org.backprop.views.Pages;
import org.backprop.views.Themed;
import org.backprop.views.WrappedLabel;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;

/** What to evaluate above tabs with what was found. */
final class EvaluationPanel {
    private final Pages pages;
    private final Composite content;
    private final WrappedLabel title;
    private final ChoiceBar bar;
    private final CTabFolder tabs;
    private final TextPane text;
    private final MatrixPane matrix;
    private final List<Pane> classes;
    private final List<Pane> numbers;
    private final CalibrationPane calibration;
    private final AttemptPane attempt;
    private List<Pane> panes = List.of();
    private boolean arranging;
    private String wantedTab;
    private ShownEvaluation shown;

    /**
     * @param changed called when another set or checkpoint is chosen
     * @param evaluate called when it shall be evaluated
     * @param selected called with the cell whose samples are wanted, or null for all
     * @param refresh called on any thread when there is something new to show
     */
    EvaluationPanel(Composite parent, Runnable changed, Runnable evaluate, Consumer<Cell> selected, Runnable refresh) {
        pages = new Pages(parent);
        content = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(content);
        title = new WrappedLabel(content, 1, 6);
        bar = new ChoiceBar(content, changed, evaluate);
        tabs = new CTabFolder(content, SWT.TOP | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        text = new TextPane(tabs);
        matrix = new MatrixPane(tabs, selected);
        calibration = new CalibrationPane(tabs);
        classes = List.of(
                matrix, new ClassesPane(tabs), LinesPane.roc(tabs), LinesPane.precisionRecall(tabs), calibration);
        numbers = List.of(new ScatterPane(tabs), new ResidualsPane(tabs));
        attempt = new AttemptPane(tabs, refresh);
        tabs.addListener(SWT.Selection, event -> picked());
        Themed.follow(pages.control(), this::style);
    }

    Composite control() {
        return pages.control();
    }

    ChoiceBar bar() {
        return bar;
    }

    /** Name of the tab in sight. */
    String tab() {
        return wantedTab;
    }

    /** Brings a tab to the front as soon as it is there. */
    void setTab(String name) {
        wantedTab = name;
    }

    /** The folder selects a tab itself when one is disposed of. */
    private void picked() {
        if (!arranging) {
            wantedTab = tabs.getSelection().getText();
            showSelected();
        }
    }

    private void showSelected() {
        int index = tabs.getSelectionIndex();
        if (index >= 0 && shown != null) {
            panes.get(index).show(shown);
        }
    }

    /** Shows a text in place of everything. */
    void showText(String message) {
        pages.showText(message);
    }

    void show(ShownEvaluation evaluation) {
        shown = evaluation;
        title.setText(title(evaluation), content);
        arrange(panes(evaluation));
        showSelected();
        pages.show(content);
    }

    private List<Pane> panes(ShownEvaluation evaluation) {
        List<Pane> wanted = new ArrayList<>(
                switch (evaluation.kind()) {
                    case NONE -> List.of(text);
                    case MATRIX -> classes.subList(0, 2);
                    case CLASSES -> classes;
                    case NUMBERS -> numbers;
                });
        if (evaluation.measured().flatMap(Measured::calibration).isEmpty()) {
            wanted.remove(calibration);
        }
        wanted.add(attempt);
        return wanted;
    }

    private void arrange(List<Pane> wanted) {
        if (wanted.equals(panes)) {
            return;
        }
        panes = wanted;
        arranging = true;
        for (CTabItem item : tabs.getItems()) {
            item.dispose();
        }
        int selected = 0;
        for (Pane pane : panes) {
            CTabItem item = new CTabItem(tabs, SWT.NONE);
            item.setText(pane.title());
            item.setControl(pane.control());
            selected = pane.title().equals(wantedTab) ? tabs.getItemCount() - 1 : selected;
        }
        tabs.setSelection(selected);
        arranging = false;
    }

    private static String title(ShownEvaluation evaluation) {
        List<String> parts = new ArrayList<>();
        parts.add(evaluation.facts().name());
        parts.add(evaluation.facts().state());
        evaluation.measured().ifPresent(measured -> figures(measured, evaluation, parts));
        if (evaluation.live().isPresent()) {
            parts.add(NLS.bind(Messages.title_live, evaluation.live().getAsLong()));
        } else if (evaluation.recorded().outdated()) {
            parts.add(Messages.title_outdated);
        }
        return String.join("  \u00b7  ", parts);
    }

    private static void figures(Measured measured, ShownEvaluation evaluation, List<String> parts) {
        if (measured.matrix().isPresent()) {
            ConfusionMatrix counts = measured.matrix().get();
            parts.add(NLS.bind(
                    Messages.title_accuracy, Figures.percent(OptionalDouble.of(counts.accuracy())), counts.total()));
        } else {
            parts.add(ResidualsPane.figures(measured.residuals()));
        }
        if (evaluation.live().isEmpty()) {
            evaluation.recorded().record().ifPresent(record -> {
                if (record.size() < record.set().total()) {
                    parts.add(NLS.bind(
                            Messages.title_part, record.size(), record.set().total()));
                }
            });
        }
    }

    private void style(ChartTheme theme) {
        title.control().setForeground(theme.foreground());
        tabs.setBackground(theme.background());
        tabs.setSelectionBackground(theme.background());
        tabs.setSelectionForeground(theme.foreground());
        tabs.setForeground(theme.foreground());
    }

    void setFocus() {
        pages.setFocus();
    }
}
