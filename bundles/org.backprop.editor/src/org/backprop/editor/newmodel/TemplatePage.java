package org.backprop.editor.newmodel;

import java.util.List;

import org.backprop.core.samples.Template;
import org.backprop.editor.network.NetworkPreview;
import org.backprop.ui.help.HelpContexts;
import org.backprop.ui.icons.Icons;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Asks for a template, and shows the network of the selected one and what it is trained on. */
final class TemplatePage extends WizardPage {
    private static final int WIDTH = 320;

    private final Runnable changed;
    private TableViewer list;
    private Label description;
    private Label data;
    private Label facts;
    private ResourceManager images;
    private NetworkPreview preview;

    TemplatePage(Runnable changed) {
        super("template");
        this.changed = changed;
        setTitle(Messages.template_title);
        setDescription(Messages.template_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        images = new LocalResourceManager(JFaceResources.getResources(), page);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        Composite left = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(left);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(left);
        createList(left);
        description = wrapped(left);
        data = new Label(left, SWT.NONE);
        GridDataFactory.fillDefaults().applyTo(data);
        facts = wrapped(left);
        preview = new NetworkPreview(page);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, 420).applyTo(preview.control());
        setControl(page);
        HelpContexts.set(page, HelpContexts.MODEL_WIZARD);
        list.setSelection(new StructuredSelection(Template.all().getFirst()));
    }

    private void createList(Composite parent) {
        list = new TableViewer(parent, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, 140).applyTo(list.getTable());
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Template) element).title();
            }

            @Override
            public Image getImage(Object element) {
                return images.get(Icons.MODEL);
            }
        });
        List<Template> templates = Template.all();
        list.setInput(templates);
        list.addSelectionChangedListener(event -> show());
    }

    private static Label wrapped(Composite parent) {
        Label label = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    private void show() {
        Template template = template();
        setPageComplete(template != null);
        if (template == null) {
            return;
        }
        String text = template.text();
        description.setText(template.description());
        data.setImage(images.get(ImageDescriptor.createFromURL(template.pictureLocation())));
        facts.setText(ModelFacts.of(text, null));
        facts.getParent().layout(true, true);
        preview.show(text, null);
        changed.run();
    }

    /** The selected template; null if none is. */
    Template template() {
        return (Template) list.getStructuredSelection().getFirstElement();
    }
}
