package org.backprop.editor.dataimport;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import org.backprop.ui.help.HelpContexts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.widgets.WidgetFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the kind of a data set, and where it is. */
final class SourcePage extends WizardPage {
    private final Map<DataKind, Button> kinds = new EnumMap<>(DataKind.class);
    private final String start;
    private Text location;
    private Button browseFile;
    private Button browseFolder;

    /** @param start the path to begin with, empty for none */
    SourcePage(String start) {
        super("source");
        this.start = start;
        setTitle(Messages.wizard_title);
        setDescription(Messages.source_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).applyTo(page);
        Group group = new Group(page, SWT.NONE);
        group.setText(Messages.source_kind);
        GridLayoutFactory.swtDefaults().applyTo(group);
        GridDataFactory.fillDefaults().span(4, 1).grab(true, false).applyTo(group);
        for (DataKind kind : DataKind.values()) {
            kinds.put(
                    kind,
                    WidgetFactory.button(SWT.RADIO)
                            .text(kind.label())
                            .onSelect(event -> validate())
                            .create(group));
        }
        kinds.get(DataKind.CSV).setSelection(true);
        new Label(page, SWT.NONE).setText(Messages.source_path);
        location = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(location);
        location.addModifyListener(event -> validate());
        browseFile = button(page, Messages.source_file, this::browseFile);
        browseFolder = button(page, Messages.source_folder, this::browseFolder);
        setControl(page);
        HelpContexts.set(page, HelpContexts.DATA_WIZARD);
        if (start.isEmpty()) {
            validate();
        } else {
            choose(start);
        }
        setErrorMessage(null);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            location.setFocus();
        }
    }

    private static Button button(Composite parent, String text, Runnable action) {
        return WidgetFactory.button(SWT.PUSH)
                .text(text)
                .onSelect(event -> action.run())
                .create(parent);
    }

    private void browseFile() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Messages.wizard_title);
        if (kind() == DataKind.CSV) {
            dialog.setFilterExtensions(new String[] {"*.csv;*.tsv;*.txt", "*"});
        }
        choose(dialog.open());
    }

    private void browseFolder() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText(Messages.wizard_title);
        choose(dialog.open());
    }

    private void choose(String path) {
        if (path != null) {
            DataKind likely = DataKind.of(Path.of(path));
            kinds.forEach((kind, button) -> button.setSelection(kind == likely));
            location.setText(path);
            validate();
        }
    }

    DataKind kind() {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue().getSelection())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(DataKind.CSV);
    }

    /** The file or folder, if the page is complete. */
    Path path() {
        return Path.of(location.getText().strip()).toAbsolutePath().normalize();
    }

    private void validate() {
        browseFile.setEnabled(kind().isFile());
        browseFolder.setEnabled(kind() != DataKind.CSV);
        String problem = problem();
        setErrorMessage(location.getText().isBlank() ? null : problem);
        setPageComplete(problem == null);
    }

    private String problem() {
        if (location.getText().isBlank()) {
            return Messages.source_missing;
        }
        try {
            Path path = path();
            return Files.isReadable(path) || !Files.exists(path)
                    ? kind().problem(path).orElse(null)
                    : NLS.bind(Messages.path_unreadable, path);
        } catch (InvalidPathException e) {
            return NLS.bind(Messages.path_invalid, e.getInput());
        }
    }
}
