package org.backprop.ui.exchange;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.backprop.ui.help.HelpContexts;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.ContainerSelectionDialog;

/** Asks for the file and the folder. */
final class NetworkImportPage extends WizardPage {
    private static final List<String> ENDINGS = List.of(".onnx", ".keras", ".h5", ".hdf5");
    private static final int WIDTH = 420;

    private final Optional<IResource> selected;
    private Text file;
    private Text folder;

    NetworkImportPage(IStructuredSelection selection) {
        super("import");
        selected = Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), IResource.class));
        setTitle(Messages.import_title);
        setDescription(Messages.import_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        file = field(page, Messages.import_file, this::browseFile);
        folder = field(page, Messages.import_folder, this::browseFolder);
        Label note = new Label(page, SWT.WRAP);
        note.setText(Messages.import_note);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .indent(0, 8)
                .applyTo(note);
        selected.ifPresent(this::begin);
        file.addListener(SWT.Modify, event -> validate());
        folder.addListener(SWT.Modify, event -> validate());
        setPageComplete(problem() == null);
        setControl(page);
        HelpContexts.set(page, HelpContexts.IMPORT_WIZARD);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            file.setFocus();
        }
    }

    private static Text field(Composite page, String label, Runnable browse) {
        new Label(page, SWT.NONE).setText(label);
        Text text = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        Button button = new Button(page, SWT.PUSH);
        button.setText(Messages.browse);
        button.addListener(SWT.Selection, event -> browse.run());
        return text;
    }

    /** With a network that is selected, and the folder that it is in. */
    private void begin(IResource resource) {
        IContainer container = resource instanceof IContainer same ? same : resource.getParent();
        folder.setText(container.getFullPath().toString());
        if (resource.getType() == IResource.FILE && isNetwork(resource.getName()) && resource.getLocation() != null) {
            file.setText(resource.getLocation().toOSString());
        }
    }

    private void browseFile() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.onnx;*.keras;*.h5;*.hdf5", "*"});
        dialog.setFilterNames(new String[] {Messages.import_kinds, "*"});
        String chosen = dialog.open();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    private void browseFolder() {
        ContainerSelectionDialog dialog =
                new ContainerSelectionDialog(getShell(), folder().orElse(null), true, Messages.import_chooseFolder);
        if (dialog.open() == ContainerSelectionDialog.OK && dialog.getResult().length == 1) {
            folder.setText(((IPath) dialog.getResult()[0]).toString());
        }
    }

    private void validate() {
        String problem = problem();
        setErrorMessage(problem);
        setPageComplete(problem == null);
    }

    private String problem() {
        Path path = file();
        if (path == null) {
            return Messages.import_chooseFile;
        }
        if (!isNetwork(path.toString())) {
            return Messages.import_wrongFile;
        }
        if (!path.isAbsolute() || !Files.isRegularFile(path)) {
            return Messages.import_noFile;
        }
        if (folder.getText().isBlank()) {
            return Messages.import_chooseFolder;
        }
        return folder().isPresent() ? null : Messages.import_noFolder;
    }

    private static boolean isNetwork(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** The file to read; null if there is none named. */
    Path file() {
        try {
            return file.getText().isBlank() ? null : Path.of(file.getText().strip());
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The folder to write to, if it is one of an open project. */
    Optional<IContainer> folder() {
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        IResource found = IPath.ROOT.isValidPath(folder.getText())
                ? root.findMember(IPath.fromPortableString(folder.getText().strip()))
                : null;
        return found instanceof IContainer container
                        && container.getType() != IResource.ROOT
                        && container.isAccessible()
                ? Optional.of(container)
                : Optional.empty();
    }
}
