package org.backprop.ui.exchange;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.core.evaluation.EvaluationChoice;
import org.backprop.core.exchange.ExportFormat;
import org.backprop.core.runs.RunService;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** Asks for the run, its weights, the format and the file. */
final class NetworkExportPage extends WizardPage {
    private static final String WEIGHTS = "weights.safetensors";
    private static final String STATE = "state.safetensors";
    private static final int WIDTH = 420;

    private final Optional<Path> selected;
    private final List<RunSnapshot> runs;
    private Combo run;
    private Combo checkpoint;
    private Combo format;
    private Text file;

    /** @param selected the run to begin with, if it is known */
    NetworkExportPage(Optional<Path> selected) {
        super("export");
        this.selected = selected;
        runs = PlatformUI.getWorkbench().getService(RunService.class).snapshot().runs().stream()
                .filter(each -> Files.exists(weights(each.folder(), WEIGHTS)))
                .toList();
        setTitle(Messages.export_title);
        setDescription(Messages.export_description);
    }

    /** Its name, and its folder, as runs of one model share a name. */
    private static String label(RunSnapshot run) {
        return NLS.bind(Messages.export_runLabel, run.name(), run.folder().getFileName());
    }

    private static Path weights(Path folder, String name) {
        return new RunFolder(folder).checkpoints().resolve(name);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        run = combo(
                page,
                Messages.export_run,
                runs.stream().map(NetworkExportPage::label).toArray(String[]::new));
        checkpoint = combo(page, Messages.export_checkpoint, Messages.export_best, Messages.export_last);
        format = combo(
                page, Messages.export_format, Messages.export_onnx, Messages.export_safetensors, Messages.export_csv);
        new Label(page, SWT.NONE).setText(Messages.export_file);
        file = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(file);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText(Messages.browse);
        browse.addListener(SWT.Selection, event -> browse());
        run.select(Math.max(0, runs.stream().map(RunSnapshot::folder).toList().indexOf(selected.orElse(null))));
        checkpoint.select(0);
        format.select(0);
        suggest();
        run.addListener(SWT.Selection, event -> suggest());
        format.addListener(SWT.Selection, event -> suggest());
        checkpoint.addListener(SWT.Selection, event -> validate());
        file.addListener(SWT.Modify, event -> validate());
        validate();
        setControl(page);
        HelpContexts.set(page, HelpContexts.EXPORT_WIZARD);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            file.setFocus();
        }
    }

    private Combo combo(Composite page, String label, String... items) {
        new Label(page, SWT.NONE).setText(label);
        Combo combo = new Combo(page, SWT.READ_ONLY);
        combo.setItems(items);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(combo);
        return combo;
    }

    /** A file beside the run's weights, named after the run. */
    private void suggest() {
        run().ifPresent(folder -> file.setText(folder.resolve(folder.getFileName() + "." + format().extension())
                .toString()));
        validate();
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*." + format().extension(), "*"});
        Path current = path();
        if (current != null && current.getFileName() != null) {
            dialog.setFileName(current.getFileName().toString());
            dialog.setFilterPath(String.valueOf(current.getParent()));
        }
        String chosen = dialog.open();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    /** The first thing that is missing. */
    private void validate() {
        String problem = problem();
        setErrorMessage(problem);
        setPageComplete(problem == null);
    }

    private String problem() {
        if (runs.isEmpty()) {
            return Messages.export_noRuns;
        }
        if (run().isEmpty()) {
            return Messages.export_chooseRun;
        }
        String name = checkpoint().equals(EvaluationChoice.LAST) ? STATE : WEIGHTS;
        if (!Files.exists(weights(run().get(), name))) {
            return Messages.export_noCheckpoint;
        }
        Path path = path();
        if (path == null || !path.isAbsolute() || Files.isDirectory(path)) {
            return Messages.export_chooseFile;
        }
        return path.getParent() != null && Files.isDirectory(path.getParent()) ? null : Messages.export_noFolder;
    }

    /** The file that is named; null if it cannot be one. */
    private Path path() {
        try {
            return file.getText().isBlank() ? null : Path.of(file.getText().strip());
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The folder of the chosen run. */
    Optional<Path> run() {
        int index = run.getSelectionIndex();
        return index < 0 ? Optional.empty() : Optional.of(runs.get(index).folder());
    }

    /** best or last. */
    String checkpoint() {
        return checkpoint.getSelectionIndex() == 0 ? EvaluationChoice.BEST : EvaluationChoice.LAST;
    }

    /** The kind of file. */
    ExportFormat format() {
        return ExportFormat.values()[format.getSelectionIndex()];
    }

    /** The file to write, once the page is complete. */
    Path file() {
        return path();
    }
}
