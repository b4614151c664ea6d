package org.backprop.editor.dataimport;

import java.util.Optional;
import java.util.function.Supplier;

import org.backprop.editor.network.NetworkPreview;
import org.backprop.editor.newmodel.ModelFacts;
import org.backprop.model.start.StartingModel;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Shows the network that the model file is going to have. */
final class StartPage extends WizardPage {
    private final Supplier<Optional<Found>> found;
    private NetworkPreview preview;
    private Label facts;
    private Reading<String> reading;

    StartPage(Supplier<Optional<Found>> found) {
        super("start");
        this.found = found;
        setTitle(Messages.wizard_title);
        setDescription(Messages.start_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        preview = new NetworkPreview(page);
        GridDataFactory.fillDefaults().grab(true, true).hint(620, 300).applyTo(preview.control());
        facts = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(620, SWT.DEFAULT).applyTo(facts);
        reading = new Reading<>(page, this::tell, this::tell);
        setControl(page);
        HelpContexts.set(page, HelpContexts.DATA_WIZARD);
    }

    private void tell(String text) {
        facts.setText(text);
        ((Composite) getControl()).layout(true, true);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        Optional<Found> data = found.get();
        if (visible && data.isPresent()) {
            var first = data.get().files().getFirst();
            String text = StartingModel.text(data.get().dataset().apply(first.toString()));
            preview.show(text, first.getParent());
            reading.start(canceled -> ModelFacts.of(text, first.getParent()));
        }
    }
}
