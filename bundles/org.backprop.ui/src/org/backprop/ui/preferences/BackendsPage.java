package org.backprop.ui.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.core.backends.BackendDescriptor;
import org.backprop.core.backends.BackendInstallation;
import org.backprop.core.backends.BackendState;
import org.backprop.core.backends.Backends;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Neural Network &gt; Backends: which there are, what state they are in, and how to install those that are not there. */
public final class BackendsPage extends PreferencePage implements IWorkbenchPreferencePage {
    private static final int[] WIDTHS = {90, 110, 380};
    private static final int HEIGHT = 90;

    private final List<BackendDescriptor> backends = Backends.all();
    private final List<BackendState> states = new ArrayList<>();
    private Table table;
    private Text details;
    private Button install;
    private Button fromFolder;
    private Button uninstall;

    /** Called by the platform. */
    public BackendsPage() {
        noDefaultAndApplyButton();
        setDescription(Messages.backends_description);
    }

    @Override
    public void init(IWorkbench workbench) {
        // nothing of the workbench is needed
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        HelpContexts.set(getControl(), HelpContexts.PREFERENCES_BACKENDS);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        table = new Table(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, HEIGHT)
                .applyTo(table);
        String[] titles = {Messages.backends_name, Messages.backends_state, Messages.backends_summary};
        for (int i = 0; i < titles.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(titles[i]);
            column.setWidth(WIDTHS[i]);
        }
        for (BackendDescriptor backend : backends) {
            new TableItem(table, SWT.NONE)
                    .setText(new String[] {backend.name(), Messages.backends_asking, backend.description()});
            states.add(null);
        }
        table.addListener(SWT.Selection, event -> showSelected());
        new Label(page, SWT.NONE).setText(Messages.backends_details);
        details = new Text(page, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, HEIGHT)
                .applyTo(details);
        createButtons(page);
        table.select(0);
        showSelected();
        refresh();
        return page;
    }

    private void createButtons(Composite page) {
        Composite bar = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).applyTo(bar);
        install = button(bar, Messages.backends_install, () -> new InstallAction(this).download(selected()));
        fromFolder = button(bar, Messages.backends_folder, () -> new InstallAction(this).fromFolder(selected()));
        uninstall = button(bar, Messages.backends_uninstall, () -> new InstallAction(this).uninstall(selected()));
        button(bar, Messages.backends_refresh, this::refresh);
    }

    private static Button button(Composite bar, String text, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private BackendDescriptor selected() {
        return backends.get(Math.max(0, table.getSelectionIndex()));
    }

    /** Asks all backends for their state, in the background. */
    void refresh() {
        for (int i = 0; i < backends.size(); i++) {
            int row = i;
            if (table.isDisposed()) {
                return;
            }
            table.getItem(row).setText(1, Messages.backends_asking);
            Job.createSystem(Messages.backends_asking, (ICoreRunnable) monitor -> {
                        BackendState state = backends.get(row).backend().state(monitor);
                        showLater(row, state);
                    })
                    .schedule();
        }
    }

    private void showLater(int row, BackendState state) {
        if (!table.isDisposed()) {
            table.getDisplay().asyncExec(() -> {
                if (!table.isDisposed()) {
                    states.set(row, state);
                    table.getItem(row).setText(1, word(state.kind()));
                    table.getItem(row).setText(2, state.summary());
                    showSelected();
                }
            });
        }
    }

    private static String word(BackendState.Kind kind) {
        return switch (kind) {
            case READY -> Messages.backends_ready;
            case NOT_INSTALLED -> Messages.backends_notInstalled;
            case CANNOT_RUN -> Messages.backends_cannotRun;
        };
    }

    private void showSelected() {
        BackendState state = states.get(Math.max(0, table.getSelectionIndex()));
        Optional<BackendInstallation> installation = selected().backend().installation();
        boolean missing = state != null && state.kind() == BackendState.Kind.NOT_INSTALLED;
        install.setEnabled(installation.isPresent() && missing);
        fromFolder.setEnabled(installation.isPresent() && missing);
        uninstall.setEnabled(installation.isPresent() && state != null && !missing);
        details.setText(selected().description()
                + (state == null ? "" : "\n" + state.summary() + "\n" + String.join("\n", state.details())));
    }

    /** Shows why an installation failed, or nothing. */
    void report(CoreException problem) {
        setErrorMessage(problem == null ? null : problem.getStatus().getMessage());
    }
}
