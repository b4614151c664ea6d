package org.backprop.ui.wizards;

import java.util.Optional;

import org.backprop.core.samples.Example;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.widgets.WidgetFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Asks what a new project is to hold. */
final class ContentsPage extends WizardPage {
    private Button validated;
    private Button fromExample;
    private ExampleChooser examples;

    ContentsPage() {
        super("contents");
        setTitle(Messages.project_title);
        setDescription(Messages.contents_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        validated = WidgetFactory.button(SWT.CHECK)
                .text(Messages.contents_validated)
                .tooltip(Messages.contents_validatedTip)
                .create(page);
        validated.setSelection(true);
        Button empty =
                WidgetFactory.button(SWT.RADIO).text(Messages.contents_empty).create(page);
        empty.setSelection(true);
        fromExample = WidgetFactory.button(SWT.RADIO)
                .text(Messages.contents_example)
                .onSelect(event -> examples.setEnabled(fromExample.getSelection()))
                .create(page);
        examples = new ExampleChooser(page, 1, () -> {});
        examples.setEnabled(false);
        setControl(page);
        HelpContexts.set(page, HelpContexts.PROJECT_WIZARD);
    }

    /** Whether the project gets the nature. */
    boolean validated() {
        return validated.getSelection();
    }

    Optional<Example> example() {
        return fromExample.getSelection() ? Optional.ofNullable(examples.selected()) : Optional.empty();
    }
}
