package org.backprop.editor.dataimport;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.backprop.ui.help.HelpContexts;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/**
 * Shows what is in a data set, read in the background, and asks what to make of it.
 *
 * @param <T> what is read
 */
abstract class ReadingPage<T> extends WizardPage {
    private Reading<T> reading;
    private Path path;
    private T content;
    private Optional<Found> found = Optional.empty();

    ReadingPage(String name, String title, String description) {
        super(name);
        setTitle(title);
        setDescription(description);
        setPageComplete(false);
    }

    @Override
    public final void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        createContents(page);
        reading = new Reading<>(page, this::hasRead, this::hasFailed);
        setControl(page);
        HelpContexts.set(page, HelpContexts.DATA_WIZARD);
    }

    abstract void createContents(Composite page);

    /** What to do in the background for a path. */
    abstract Reading.Work<T> work(Path from);

    /** Shows what was read. */
    abstract void show(T read);

    /** Describes what the user wants of it; empty after a call of {@link #setErrorMessage} that says what is wrong. */
    abstract Optional<Found> describe(Path from, T read);

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            ((DataImportWizard) getWizard()).show(this);
        }
    }

    /** Reads another data set. */
    final void read(Path from) {
        if (!Objects.equals(from, path)) {
            path = from;
            readAgain();
        }
    }

    /** Reads the data set with other settings. */
    final void readAgain() {
        content = null;
        found = Optional.empty();
        setErrorMessage(null);
        setMessage(Messages.reading);
        setPageComplete(false);
        reading.start(work(path));
    }

    private void hasRead(T read) {
        content = read;
        setMessage(null);
        show(read);
        update();
    }

    private void hasFailed(String problem) {
        setMessage(null);
        setErrorMessage(problem);
    }

    /** Checks what the user has chosen. */
    final void update() {
        if (content != null) {
            setErrorMessage(null);
            found = describe(path, content);
            setPageComplete(found.isPresent());
        }
    }

    /** The data set at a path, if it has been read and everything about it is clear. */
    final Optional<Found> found(Path at) {
        return at.equals(path) ? found : Optional.empty();
    }
}
