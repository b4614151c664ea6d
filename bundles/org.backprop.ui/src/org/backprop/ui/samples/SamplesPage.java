package org.backprop.ui.samples;

import org.backprop.core.samples.AllExamples;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Says what the wizard is going to create. */
final class SamplesPage extends WizardPage {
    SamplesPage() {
        super("samples");
        setTitle(Messages.wizard_title);
        setDescription(Messages.wizard_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        HelpContexts.set(page, HelpContexts.SAMPLES_WIZARD);
        GridLayoutFactory.swtDefaults().applyTo(page);
        Label text = new Label(page, SWT.WRAP);
        String message = AllExamples.project().exists() ? Messages.wizard_complete : Messages.wizard_create;
        text.setText(NLS.bind(message, AllExamples.PROJECT));
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(text);
        setControl(page);
    }
}
