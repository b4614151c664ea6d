package org.backprop.editor.dataimport;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.backprop.core.datasets.DatasetImport;
import org.backprop.core.datasets.Placement;
import org.backprop.editor.newmodel.ModelFilePage;
import org.backprop.model.start.StartingModel;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.widgets.WidgetFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;

/** Asks for the new model file, and whether the data is copied. */
final class TargetPage extends ModelFilePage {
    private final Supplier<Optional<Found>> found;
    private Button copy;
    private Button link;

    TargetPage(IStructuredSelection selection, Supplier<Optional<Found>> found) {
        super(selection, () -> "", HelpContexts.DATA_WIZARD);
        this.found = found;
        setDescription(Messages.target_description);
    }

    @Override
    protected void createAdvancedControls(Composite parent) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(Messages.target_files);
        GridLayoutFactory.swtDefaults().applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        copy = radio(group, NLS.bind(Messages.target_copy, DatasetImport.FOLDER));
        copy.setSelection(true);
        link = radio(group, Messages.target_link);
    }

    private Button radio(Composite parent, String text) {
        return WidgetFactory.button(SWT.RADIO)
                .text(text)
                .onSelect(event -> setPageComplete(validatePage()))
                .create(parent);
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            found.get().ifPresent(data -> propose(stem(data.files().getFirst())));
            setPageComplete(validatePage());
        }
        super.setVisible(visible);
    }

    private static String stem(Path data) {
        String name = data.getFileName().toString().replaceFirst("\\..*$", "").replaceAll("[^\\w-]+", "-");
        return name.isEmpty() ? "model" : name;
    }

    @Override
    protected boolean validatePage() {
        boolean valid = super.validatePage();
        if (link == null) {
            return valid;
        }
        Optional<DatasetImport> wanted = wanted();
        boolean inside = wanted.filter(DatasetImport::isInside).isPresent();
        copy.setEnabled(!inside);
        link.setEnabled(!inside);
        if (valid && wanted.isEmpty()) {
            return false;
        }
        if (valid && wanted.get().obstacle().isPresent()) {
            setErrorMessage(NLS.bind(
                    Messages.target_obstacle,
                    wanted.get().obstacle().get().getFullPath().makeRelative()));
            return false;
        }
        if (valid && inside) {
            setMessage(Messages.target_inside, INFORMATION);
        }
        return valid;
    }

    /** The import that is asked for; empty while that is not clear. */
    Optional<DatasetImport> wanted() {
        IFile model = file();
        Placement placement = link.getSelection() ? Placement.LINK : Placement.COPY;
        return model == null
                ? Optional.empty()
                : found.get()
                        .map(data -> new DatasetImport(
                                data.files(),
                                placement,
                                model,
                                path -> StartingModel.text(data.dataset().apply(path))));
    }
}
