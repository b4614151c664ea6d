package org.backprop.editor.training;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.backprop.editor.ModelSourceEditor;
import org.backprop.editor.page.TextEdits.Edit;
import org.backprop.editor.page.TextPage;
import org.backprop.model.form.FormField;
import org.backprop.ui.refresh.Refresher;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

/** Data and training of a model file as forms that are made from the specs; every change is one of the text. */
public final class TrainingPage extends TextPage implements FormHost {
    private static final int TWO_COLUMNS = 1150;

    private final FormProjection projection;
    private final Map<Group, GroupSection> groups = new EnumMap<>(Group.class);
    private FormToolkit toolkit;
    private ScrolledForm form;
    private ScheduleChart chart;
    private DataPane data;
    private Refresher<FormState> refresher;
    private FormState shown;
    private Typed typed;
    private boolean opened;

    /**
     * A page.
     *
     * @param source the page with the text
     * @param showSource brings that page to the front
     */
    public TrainingPage(ModelSourceEditor source, Runnable showSource) {
        super(source, showSource);
        projection = new FormProjection(edits()::text, this::file);
    }

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        form.setText(Messages.title);
        form.getForm().addMessageHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                showSource(shown.at());
            }
        });
        TableWrapLayout columns = new TableWrapLayout();
        columns.numColumns = 2;
        columns.makeColumnsEqualWidth = true;
        form.getBody().setLayout(columns);
        Composite left = column();
        Composite right = column();
        for (Group group : Group.values()) {
            groups.put(group, new GroupSection(this, toolkit, group.isRight() ? right : left, group));
        }
        chart = new ScheduleChart(toolkit, groups.get(Group.SCHEDULE).area());
        data = new DataPane(toolkit, groups.get(Group.DATA).area(), this::count, this::reflow);
        form.addListener(SWT.Resize, event -> arrange(columns));
        refresher = new Refresher<>(form.getBody(), projection::project, this::show);
    }

    private Composite column() {
        Composite column = toolkit.createComposite(form.getBody());
        TableWrapLayout layout = new TableWrapLayout();
        layout.leftMargin = 0;
        layout.rightMargin = 0;
        column.setLayout(layout);
        column.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        return column;
    }

    private void arrange(TableWrapLayout columns) {
        int wanted = form.getClientArea().width >= TWO_COLUMNS ? 2 : 1;
        if (columns.numColumns != wanted) {
            columns.numColumns = wanted;
            reflow();
        }
    }

    private void reflow() {
        if (opened && !form.isDisposed()) {
            form.reflow(true);
        }
    }

    private void count(OptionalLong samples) {
        projection.count(samples);
        refresh();
    }

    /** The page came to the front. Nothing is read before. */
    public void opened() {
        opened = true;
        refresh();
    }

    @Override
    protected void textChanged() {
        if (opened) {
            refresher.refresh();
        }
    }

    private void show(FormState latest) {
        if (latest == null) {
            return;
        }
        boolean readable = latest.isReadable();
        form.getBody().setEnabled(readable);
        shown = latest;
        showHead(latest);
        if (!readable) {
            return;
        }
        boolean other = false;
        form.setRedraw(false);
        for (GroupSection group : groups.values()) {
            other |= group.show(latest);
        }
        chart.show(latest.curve());
        Path path = path();
        data.show(latest, path == null ? null : path.getParent());
        form.setRedraw(true);
        if (other) {
            form.reflow(true);
        }
    }

    private void showHead(FormState latest) {
        if (latest.headline().isEmpty()) {
            form.setMessage(null, IMessageProvider.NONE);
        } else if (!latest.isReadable()) {
            form.setMessage(NLS.bind(Messages.unreadable, latest.headline()), IMessageProvider.ERROR);
        } else {
            String more = latest.count() > 1 ? NLS.bind(Messages.more_problems, latest.count() - 1) : "";
            form.setMessage(latest.headline() + more, IMessageProvider.ERROR);
        }
    }

    /** What is shown; null before the page was in front. */
    public FormState shown() {
        return shown;
    }

    @Override
    public void edit(Edit edit) {
        commit();
        edits().run(edit);
        refresh();
    }

    @Override
    public void type(FormField field, String text) {
        if (typed != null && !typed.path().equals(field.path())) {
            commit();
        }
        setTyped(new Typed(field, text));
    }

    @Override
    public String typed(FormField field) {
        return typed != null && typed.path().equals(field.path()) ? typed.text() : null;
    }

    @Override
    public void commit() {
        Typed last = typed;
        if (last != null) {
            setTyped(null);
            edits().run(last.edit());
        }
    }

    @Override
    public boolean forget() {
        boolean had = typed != null;
        setTyped(null);
        return had;
    }

    /** Undoes the last change: at first what is being typed, then the changes of the text. */
    public void undo() {
        if (forget()) {
            groups.values().forEach(GroupSection::showValues);
        } else {
            source().getAction(ITextEditorActionConstants.UNDO).run();
        }
    }

    private void setTyped(Typed latest) {
        boolean dirty = isDirty();
        typed = latest;
        projection.type(latest);
        if (dirty != isDirty()) {
            firePropertyChange(IEditorPart.PROP_DIRTY);
        }
        refresh();
    }

    /** The control for the value at a path, as {@code training}, {@code optimizer}, {@code adam}, {@code learning_rate}. */
    public Control control(List<String> path) {
        return groups.values().stream()
                .flatMap(group -> group.control(path).stream())
                .findFirst()
                .orElse(null);
    }

    /** What is said to be wrong with the value at a path; empty if nothing is. */
    public String problem(List<String> path) {
        return groups.values().stream()
                .map(group -> group.problem(path))
                .filter(message -> !message.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Width of the page in points. */
    public int width() {
        return form.getClientArea().width;
    }

    /** The curve of the schedule. */
    public ScheduleCurve curve() {
        return chart.curve();
    }

    /** The look at the data. */
    public DataPane data() {
        return data;
    }

    /** Whether what is shown is that of an earlier text, because the text cannot be read. */
    public boolean isGrey() {
        return !form.getBody().getEnabled();
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }

    @Override
    public void dispose() {
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }

    /** Whether something is being typed that is not yet in the text. */
    @Override
    public boolean isDirty() {
        return typed != null;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        commit();
        super.doSave(monitor);
    }

    @Override
    public void doSaveAs() {
        commit();
        super.doSaveAs();
    }
}
