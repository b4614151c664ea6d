package org.backprop.editor.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.backprop.editor.EditorPreferences;
import org.backprop.editor.ModelSourceEditor;
import org.backprop.editor.network.draw.DiagramPainter;
import org.backprop.editor.network.measure.Legend;
import org.backprop.editor.network.measure.Measure;
import org.backprop.editor.network.measure.Measuring;
import org.backprop.editor.network.measure.Readings;
import org.backprop.editor.page.TextPage;
import org.backprop.model.Position;
import org.backprop.model.edit.LayerText;
import org.backprop.ui.refresh.Refresher;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;

/** The network of a model file as a diagram in which it can be built and changed; every change is one of the text. */
public final class NetworkPage extends TextPage {
    static final int NODE_CHARS = 34;
    private static final int ROOM_FOR_SHELF = 560;
    private static final int NONE = -1;

    private Composite area;
    private Link problem;
    private Label footer;
    private Legend legend;
    private Measuring measuring;
    private NetworkCanvas canvas;
    private NetworkCommands commands;
    private NetworkActions actions;
    private LayerSelection selection;
    private Projection projection;
    private Refresher<Shown> refresher;
    private Shown shown = new Shown("", null, List.of(), "", Position.START);
    private Collection<String> wanted;
    private boolean following;
    private int caret = NONE;

    /**
     * A page.
     *
     * @param source the page with the text
     * @param showSource brings that page to the front
     */
    public NetworkPage(ModelSourceEditor source, Runnable showSource) {
        super(source, showSource);
    }

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        area.setLayout(layout);
        ToolBarManager tools = new ToolBarManager(SWT.FLAT);
        tools.createControl(area);
        problem = new Link(area, SWT.WRAP);
        problem.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        problem.addListener(SWT.Selection, event -> showSource(shown.at()));
        hide(problem, true);
        createCanvas();
        legend = new Legend(area);
        legend.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        hide(legend, true);
        footer = new Label(area, SWT.NONE);
        footer.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        commands.fill(tools);
        tools.update(true);
        connect();
    }

    private void createCanvas() {
        Composite row = new Composite(area, SWT.NONE);
        row.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout columns = new GridLayout(2, false);
        columns.marginWidth = 0;
        columns.marginHeight = 0;
        row.setLayout(columns);
        canvas = new NetworkCanvas(row, this::selectionChanged);
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        measuring = new Measuring(getSite(), canvas, this::path, this::show);
        LayerShelf shelf = new LayerShelf(row, type -> actions.insert(type));
        shelf.control().setLayoutData(new GridData(SWT.RIGHT, SWT.FILL, false, true));
        row.addListener(SWT.Resize, event -> showShelf(shelf, row));
        actions = new NetworkActions(this, canvas, edits());
        commands = new NetworkCommands(this, canvas, actions);
        new Gestures(canvas, actions);
        new Keys(canvas, actions, this::openPalette);
        MenuManager menu = new MenuManager();
        commands.fill(menu);
        canvas.setMenu(menu.createContextMenu(canvas));
        selection = new LayerSelection(canvas, this::shown, actions);
        getSite().setSelectionProvider(selection);
    }

    /** The shelf makes way for the diagram where there is little room: the palette opens with a key as well. */
    private static void showShelf(LayerShelf shelf, Composite row) {
        boolean shown = row.getClientArea().width >= ROOM_FOR_SHELF;
        GridData data = (GridData) shelf.control().getLayoutData();
        if (data.exclude == shown) {
            data.exclude = !shown;
            shelf.control().setVisible(shown);
            row.layout();
        }
    }

    private void connect() {
        double width = NODE_CHARS * averageCharWidth();
        double height = DiagramPainter.nodeHeight(canvas.lineHeight());
        projection = new Projection(edits()::text, this::file, width, height);
        refresher = new Refresher<>(canvas, projection::project, this::show);
        refresh();
        measuring.measure(EditorPreferences.measure().orElse(null));
    }

    private double averageCharWidth() {
        GC gc = new GC(canvas);
        double width = gc.getFontMetrics().getAverageCharacterWidth();
        gc.dispose();
        return width;
    }

    @Override
    protected void textChanged() {
        refresher.refresh();
    }

    private void show(Shown latest) {
        if (latest == null) {
            return;
        }
        boolean readable = latest.diagram() != null;
        if (!readable) {
            String message = latest.problem();
            problem.setText(NLS.bind(Messages.unreadable, message.replace("&", "&&")));
            canvas.fade();
            shown = new Shown(shown.text(), shown.diagram(), shown.layers(), latest.problem(), latest.at());
            area.layout();
        } else {
            shown = latest;
            canvas.show(latest.diagram());
            footer.setText(" " + NodeText.totals(latest.diagram().graph()));
            if (wanted != null) {
                Collection<String> names = wanted;
                wanted = null;
                canvas.select(names);
            } else if (caret != NONE && isCurrent()) {
                selectAt(caret);
            }
            selection.changed();
        }
        hide(problem, readable);
    }

    private void show(Readings readings) {
        canvas.tint(readings);
        legend.show(readings);
        hide(legend, readings == null);
    }

    /** Colours the nodes by something that a run recorded; null for the kinds of layers. */
    public void measure(Measure measure) {
        EditorPreferences.setMeasure(measure);
        measuring.measure(measure);
    }

    /** Colours the nodes by the next measure, behind the last one by the kinds of layers. */
    public void measureNext() {
        measure(Measure.next(measuring.measure()));
    }

    /** What the nodes are coloured by, and of which run. */
    public Measuring measuring() {
        return measuring;
    }

    private void hide(Control control, boolean hidden) {
        GridData data = (GridData) control.getLayoutData();
        if (data.exclude != hidden) {
            data.exclude = hidden;
            control.setVisible(!hidden);
            area.layout();
        }
    }

    /** What is shown. */
    Shown shown() {
        return shown;
    }

    /** The canvas. */
    public NetworkCanvas canvas() {
        return canvas;
    }

    /** The action for an id of the workbench, or null. */
    public IAction action(String id) {
        return commands == null ? null : commands.global(id);
    }

    /** Selects layers as soon as they are shown. */
    void select(Collection<String> names) {
        wanted = new ArrayList<>(names);
        refresher.refresh();
    }

    /** An edit has changed nothing: what it was about is shown as it was. */
    void unchanged() {
        canvas.changing(List.of());
        selection.changed();
    }

    /** Moves a layer to the place before or behind another one of its list. */
    public void move(String layer, String other, boolean behind) {
        actions.move(layer, other, behind);
    }

    Set<String> folded() {
        return projection.folded();
    }

    void fold(Set<String> blocks) {
        projection.fold(blocks);
        refresher.restart();
    }

    /** The name of the file without its endings. */
    String stem() {
        return getEditorInput().getName().replaceFirst("(\\.nn)?\\.ya?ml$", "");
    }

    /** Asks for a layer to insert. */
    public void openPalette() {
        Point place = canvas.toDisplay(canvas.getClientArea().width / 8, canvas.getClientArea().height / 10);
        new LayerPicker(canvas.getShell(), place, actions::insert).open();
    }

    /** Folds all blocks, or unfolds them if all are folded. */
    public void foldAll() {
        actions.foldAll();
    }

    /** Writes the diagram into a file that it asks for. */
    public void export() {
        new Export(canvas, this).ask();
    }

    void showProperties() {
        try {
            getSite().getPage().showView(IPageLayout.ID_PROP_SHEET);
        } catch (PartInitException e) {
            ILog.of(NetworkPage.class).log(e.getStatus());
        }
    }

    void showSelectionInSource() {
        showSource();
    }

    private void selectionChanged() {
        selection.changed();
        if (following) {
            return;
        }
        canvas.primary()
                .map(box -> shown.layer(box.node().name()))
                .ifPresent(layer -> source().select(layer.offset(), layer.length()));
    }

    /** The page came to the front, where the text was: the layer at its caret is selected as soon as it is shown. */
    public void follow() {
        if (source().getSelectionProvider().getSelection() instanceof ITextSelection selected) {
            caret = selected.getOffset();
            refresh();
        }
    }

    /**
     * Selects the layer that the caret of the text is in, at the latest when the text is shown as it is now. A caret
     * that an edit has moved while the diagram is in front is not followed: the selected layers stay selected.
     */
    public void follow(int offset) {
        if (canvas == null || canvas.isDisposed() || canvas.isVisible() && canvas.isFocusControl()) {
            return;
        }
        if (isCurrent()) {
            selectAt(offset);
        } else if (!canvas.isVisible() || caret != NONE) {
            caret = offset;
        }
    }

    private boolean isCurrent() {
        return shown.text().equals(edits().text());
    }

    private void selectAt(int offset) {
        caret = NONE;
        LayerText layer = shown.layerAt(offset);
        following = true;
        if (layer != null && canvas.diagram() != null) {
            canvas.diagram().box(layer.name()).ifPresent(box -> canvas.select(List.of(layer.name())));
        }
        following = false;
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }
}
