package org.backprop.ui.wizards;

import org.backprop.core.samples.Example;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for an example, and for the name of the project that it becomes. */
final class ExamplePage extends WizardPage {
    private ExampleChooser examples;
    private Text name;
    private String proposed = "";

    ExamplePage() {
        super("example");
        setTitle(Messages.example_title);
        setDescription(Messages.example_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        examples = new ExampleChooser(page, 2, this::chosen);
        new Label(page, SWT.NONE).setText(Messages.example_name);
        name = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        name.addModifyListener(event -> validate());
        setControl(page);
        HelpContexts.set(page, HelpContexts.EXAMPLE_WIZARD);
        chosen();
    }

    /** Proposes the name of the example, unless the user has typed one. */
    private void chosen() {
        if (name != null && name.getText().equals(proposed)) {
            proposed = ProjectName.unused(example().name());
            name.setText(proposed);
        }
        validate();
    }

    private void validate() {
        if (name != null) {
            String problem = ProjectName.problem(projectName()).orElse(null);
            setErrorMessage(problem);
            setPageComplete(problem == null && example() != null);
        }
    }

    Example example() {
        return examples.selected();
    }

    String projectName() {
        return name.getText().strip();
    }
}
