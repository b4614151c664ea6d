package org.backprop.ui.launch;

import org.backprop.core.launch.LaunchValues;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A tab of the launch dialog that names what is wrong with its own fields, and has nothing to say about those of others. */
abstract class CheckedTab extends AbstractLaunchConfigurationTab {
    /** A text that wraps gets its width from the page, not the page its width from the text. */
    private static final int NARROW = 300;

    private final String name;
    private final Image image;

    CheckedTab(String name, ImageDescriptor icon) {
        this.name = name;
        this.image = icon.createImage();
    }

    /** Fails with the message for the user if a value of this tab cannot be used. Called on the UI thread. */
    abstract void check(LaunchValues values) throws CoreException;

    @Override
    public final boolean isValid(ILaunchConfiguration configuration) {
        try {
            check(new LaunchValues(configuration));
            setErrorMessage(null);
            return true;
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
            return false;
        }
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        // everything absent means: as the model file says
    }

    /** The page that the fields go on. */
    Composite page(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        setControl(page);
        return page;
    }

    static Group group(Composite page, String title, int columns) {
        Group group = new Group(page, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(columns).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        return group;
    }

    /** A labelled field; {@code hint} is shown while it is empty. */
    Text field(Composite parent, String label, String hint) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, SWT.BORDER);
        text.setMessage(hint);
        text.addModifyListener(event -> updateLaunchConfigurationDialog());
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(text);
        return text;
    }

    /** A text of several lines that explains, as wide as its parent. */
    static Label note(Composite parent, int columns, int lines) {
        Label note = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(columns, 1)
                .hint(NARROW, lines * note.computeSize(SWT.DEFAULT, SWT.DEFAULT).y)
                .applyTo(note);
        return note;
    }

    String value(ILaunchConfiguration configuration, String attribute) {
        try {
            return configuration.getAttribute(attribute, "");
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
            return "";
        }
    }

    static void set(ILaunchConfigurationWorkingCopy configuration, String attribute, String text) {
        configuration.setAttribute(attribute, text.isBlank() ? null : text.strip());
    }

    @Override
    public final String getName() {
        return name;
    }

    @Override
    public final Image getImage() {
        return image;
    }

    @Override
    public void dispose() {
        image.dispose();
        super.dispose();
    }
}
