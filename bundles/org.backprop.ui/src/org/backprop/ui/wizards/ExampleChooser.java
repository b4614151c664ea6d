package org.backprop.ui.wizards;

import org.backprop.core.samples.Example;
import org.backprop.ui.icons.Icons;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;

/** The examples, and beside them what the README of the selected one begins with. */
final class ExampleChooser {
    private static final int MARGIN = 6;

    private final SashForm control;
    private final TableViewer list;
    private final StyledText readme;

    /** Fills {@code columns} columns of the parent's grid. */
    ExampleChooser(Composite parent, int columns, Runnable changed) {
        control = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults()
                .span(columns, 1)
                .grab(true, true)
                .hint(700, 260)
                .applyTo(control);
        list = new TableViewer(control, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(new Titles());
        readme = new StyledText(control, SWT.READ_ONLY | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        readme.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        readme.setCaret(null);
        control.setWeights(9, 10);
        list.setInput(Example.all());
        list.addSelectionChangedListener(event -> {
            show();
            changed.run();
        });
        list.setSelection(new StructuredSelection(Example.all().getFirst()));
    }

    /** The selected example; null if none is. */
    Example selected() {
        return (Example) list.getStructuredSelection().getFirstElement();
    }

    void setEnabled(boolean enabled) {
        list.getTable().setEnabled(enabled);
        readme.setEnabled(enabled);
    }

    private void show() {
        Example example = selected();
        ReadmeText text = ReadmeText.of(example == null ? "" : example.readme());
        readme.setText(text.text());
        for (int[] range : text.bold()) {
            readme.setStyleRange(new StyleRange(range[0], range[1], null, null, SWT.BOLD));
        }
    }

    private final class Titles extends LabelProvider {
        private final ResourceManager images =
                new LocalResourceManager(JFaceResources.getResources(), list.getControl());

        @Override
        public String getText(Object element) {
            return ((Example) element).title();
        }

        @Override
        public Image getImage(Object element) {
            return images.get(Icons.MODEL);
        }
    }
}
