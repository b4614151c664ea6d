package org.backprop.ui.launch;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.launch.LaunchValues;
import org.backprop.ui.help.HelpContexts;
import org.backprop.ui.icons.Icons;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.StringVariableSelectionDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Where the model's data is, and whether it is there. */
public final class DataTab extends CheckedTab {
    private static final int[] WIDTHS = {120, 150, 340, 120};

    private Text folder;
    private Table paths;
    private Label note;

    /** A tab, called by the tab groups. */
    public DataTab() {
        super(Messages.data_name, Icons.DATA);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = page(parent);
        HelpContexts.set(page, HelpContexts.LAUNCH_DATA);
        Group where = group(page, Messages.data_group, 4);
        folder = field(where, Messages.data_folder, Messages.data_folderHint);
        Button browse = createPushButton(where, Messages.data_browse, null);
        browse.addListener(SWT.Selection, event -> browse());
        Button variables = createPushButton(where, Messages.data_variables, null);
        variables.addListener(SWT.Selection, event -> insertVariable());
        Group files = group(page, Messages.data_files, 1);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(files);
        paths = new Table(files, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        paths.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 120).applyTo(paths);
        String[] titles = {
            Messages.data_columnKey, Messages.data_columnPath, Messages.data_columnFile, Messages.data_columnState
        };
        for (int i = 0; i < titles.length; i++) {
            TableColumn column = new TableColumn(paths, SWT.LEFT);
            column.setText(titles[i]);
            column.setWidth(WIDTHS[i]);
        }
        note = note(files, 1, 2);
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.OPEN);
        dialog.setMessage(Messages.data_browseMessage);
        String chosen = dialog.open();
        if (chosen != null) {
            folder.setText(chosen);
        }
    }

    private void insertVariable() {
        StringVariableSelectionDialog dialog = new StringVariableSelectionDialog(getShell());
        dialog.open();
        if (dialog.getVariableExpression() != null) {
            folder.insert(dialog.getVariableExpression());
        }
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        folder.setText(value(configuration, LaunchAttributes.DATA));
        show(new LaunchValues(configuration));
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        set(configuration, LaunchAttributes.DATA, folder.getText());
    }

    @Override
    public void activated(ILaunchConfigurationWorkingCopy configuration) {
        show(new LaunchValues(configuration));
    }

    private void show(LaunchValues values) {
        paths.removeAll();
        for (DataPath path : DataPath.of(values)) {
            TableItem item = new TableItem(paths, SWT.NONE);
            item.setText(new String[] {
                path.key(),
                path.path(),
                path.file().map(Object::toString).orElse(""),
                path.exists() ? Messages.data_there : Messages.data_missing
            });
        }
        note.setText(paths.getItemCount() == 0 ? Messages.data_none : Messages.data_relative);
    }

    @Override
    void check(LaunchValues values) throws CoreException {
        values.folder(LaunchAttributes.DATA, Messages.data_folderLabel, values.project());
        if (paths != null && !paths.isDisposed()) {
            show(values);
        }
        for (DataPath path : DataPath.of(values)) {
            if (!path.exists()) {
                throw new CoreException(Status.error(NLS.bind(
                        Messages.data_notThere,
                        path.key(),
                        path.file().map(Object::toString).orElse(path.path()))));
            }
        }
    }
}
