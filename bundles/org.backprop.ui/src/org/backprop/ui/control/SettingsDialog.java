package org.backprop.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.backprop.core.control.RunControl;
import org.backprop.model.LiveParameter;
import org.backprop.model.Range;
import org.backprop.runlog.control.Command;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
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

/** The settings of a training that can be changed while it runs, with their values now and what they may be. */
public final class SettingsDialog extends TitleAreaDialog {
    private static final int FIELD_WIDTH = 120;

    private final RunControl run;
    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private final List<LiveParameter> parameters;

    /** @param parameter the setting as it is now */
    private record Row(LiveParameter parameter, Text field) {
        String text() {
            return field.getText().strip();
        }

        boolean isChanged() {
            return !text().equals(Range.text(parameter.value()));
        }

        Optional<String> problem() {
            try {
                return parameter.refusal(Double.parseDouble(text()));
            } catch (NumberFormatException notANumber) {
                return Optional.of(NLS.bind(Messages.Settings_notANumber, parameter.path(), text()));
            }
        }
    }

    public SettingsDialog(Shell parent, RunControl run, String name, List<LiveParameter> parameters) {
        super(parent);
        this.run = run;
        this.name = name;
        this.parameters = parameters;
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.Settings_window);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(NLS.bind(Messages.Settings_title, name));
        setMessage(parameters.isEmpty() ? Messages.Settings_none : Messages.Settings_message);
        var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        HelpContexts.set(area, HelpContexts.SETTINGS_DIALOG);
        parameters.forEach(parameter -> addRow(area, parameter));
        return area;
    }

    private void addRow(Composite area, LiveParameter parameter) {
        var label = new Label(area, SWT.NONE);
        label.setText(parameter.path());
        label.setToolTipText(parameter.info().doc());
        var field = new Text(area, SWT.BORDER);
        field.setText(Range.text(parameter.value()));
        field.setToolTipText(parameter.info().doc());
        GridDataFactory.fillDefaults().hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(field);
        field.addModifyListener(event -> validate());
        var range = new Label(area, SWT.NONE);
        range.setText(parameter.info().range().describe());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(range);
        rows.add(new Row(parameter, field));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.Settings_apply, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        validate();
    }

    private void validate() {
        Optional<String> problem =
                rows.stream().flatMap(row -> row.problem().stream()).findFirst();
        setErrorMessage(problem.orElse(null));
        getButton(IDialogConstants.OK_ID)
                .setEnabled(problem.isEmpty() && rows.stream().anyMatch(Row::isChanged));
    }

    @Override
    protected void okPressed() {
        var answers = rows.stream()
                .filter(Row::isChanged)
                .map(row -> run.send(new Command.Set(row.parameter().path(), Double.parseDouble(row.text()))))
                .toArray(CompletableFuture<?>[]::new);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        Shell shell = getShell();
        CompletableFuture.allOf(answers)
                .whenComplete((done, refused) -> shell.getDisplay().asyncExec(() -> answered(shell, refused)));
    }

    private void answered(Shell shell, Throwable refused) {
        if (shell.isDisposed()) {
            return;
        }
        if (refused == null) {
            super.okPressed();
        } else {
            String reason =
                    Optional.ofNullable(refused.getCause()).orElse(refused).getMessage();
            setMessage(reason, IMessageProvider.WARNING);
            validate();
        }
    }
}
