package org.backprop.editor.training;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.backprop.model.TypeInfo;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** Explains a type: what it does, its formula, and the paper, which can be opened. Esc closes it. */
final class Hint extends PopupDialog {
    private static final int WIDTH = 420;
    private static final Pattern ARXIV = Pattern.compile("arXiv:(\\d{4}\\.\\d{4,5})");

    private final TypeInfo type;
    private final Control near;

    Hint(TypeInfo type, Control near) {
        super(near.getShell(), SWT.TOOL | SWT.RESIZE, true, false, false, false, false, type.key(), null);
        this.type = type;
        this.near = near;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(area);
        add(area, type.doc());
        if (!type.formula().isEmpty()) {
            Label formula = add(area, type.formula());
            formula.setFont(JFaceResources.getTextFont());
        }
        if (!type.source().isEmpty()) {
            Link source = new Link(area, SWT.WRAP);
            source.setText(linked(type.source()));
            source.addListener(SWT.Selection, event -> Program.launch(event.text));
            fill(source);
        }
        return area;
    }

    /** The source with links to the papers on arXiv. */
    static String linked(String source) {
        return ARXIV.matcher(source.replace("&", "&&"))
                .replaceAll(paper -> Matcher.quoteReplacement(
                        "<a href=\"https://arxiv.org/abs/" + paper.group(1) + "\">" + paper.group() + "</a>"));
    }

    private static Label add(Composite area, String text) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        fill(label);
        return label;
    }

    private static void fill(Control control) {
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(control);
    }

    @Override
    protected Point getInitialLocation(Point size) {
        return near.toDisplay(0, near.getSize().y);
    }
}
