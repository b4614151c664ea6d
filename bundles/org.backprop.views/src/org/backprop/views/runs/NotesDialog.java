package org.backprop.views.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.backprop.runlog.run.RunNotes;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the tags and remarks of runs; of several only the tags that they share, and no remarks. */
final class NotesDialog extends TitleAreaDialog {
    private static final int LINES = 6;

    private final List<RunSnapshot> runs;
    private final Set<String> known = new TreeSet<>();
    private final List<String> shared;
    private Text tags;
    private Text text;
    private List<String> newTags = List.of();
    private String newText = "";

    /** @param all runs whose tags are proposed */
    NotesDialog(Shell shell, List<RunSnapshot> runs, List<RunSnapshot> all) {
        super(shell);
        this.runs = runs;
        all.forEach(run -> known.addAll(run.notes().tags()));
        Set<String> common = new LinkedHashSet<>(runs.getFirst().notes().tags());
        runs.forEach(run -> common.retainAll(run.notes().tags()));
        shared = List.copyOf(common);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.notes_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        boolean one = runs.size() == 1;
        setTitle(one ? runs.getFirst().name() : NLS.bind(Messages.notes_many, runs.size()));
        setMessage(
                known.isEmpty()
                        ? Messages.notes_tagsHint
                        : NLS.bind(Messages.notes_tagsKnown, String.join(", ", known)));
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        HelpContexts.set(area, HelpContexts.NOTES_DIALOG);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.notes_tags);
        tags = new Text(area, SWT.BORDER);
        tags.setText(String.join(", ", shared));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tags);
        if (one) {
            Label label = new Label(area, SWT.NONE);
            label.setText(Messages.notes_text);
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(label);
            text = new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
            text.setText(runs.getFirst().notes().text());
            GridDataFactory.fillDefaults()
                    .grab(true, true)
                    .hint(350, LINES * text.getLineHeight())
                    .applyTo(text);
        }
        return area;
    }

    @Override
    protected void okPressed() {
        newTags = Arrays.stream(tags.getText().split(",")).map(String::strip).toList();
        newText = text == null ? null : text.getText();
        super.okPressed();
    }

    /** The notes of a run with what was entered; tags that not all runs shared stay. */
    RunNotes changed(RunNotes notes) {
        List<String> all = new ArrayList<>(notes.tags());
        all.removeAll(shared);
        all.addAll(newTags);
        RunNotes tagged = notes.withTags(all);
        return newText == null ? tagged : tagged.withText(newText);
    }
}
