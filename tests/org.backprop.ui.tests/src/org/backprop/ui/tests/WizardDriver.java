package org.backprop.ui.tests;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.IWizardDescriptor;

/** Drives a wizard of the workbench in its dialog, by its widgets. */
final class WizardDriver implements AutoCloseable {
    private final WizardDialog dialog;

    private WizardDriver(IWizardDescriptor descriptor, Object selected) throws Exception {
        IWorkbenchWizard wizard = descriptor.createWizard();
        wizard.init(
                PlatformUI.getWorkbench(),
                selected == null ? StructuredSelection.EMPTY : new StructuredSelection(selected));
        dialog = new WizardDialog(Ui.page().getWorkbenchWindow().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
    }

    /** Opens a wizard of the menu New. */
    static WizardDriver openNew(String id, Object selected) throws Exception {
        return new WizardDriver(PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(id), selected);
    }

    /** Opens a wizard of the menu Import. */
    static WizardDriver openImport(String id, Object selected) throws Exception {
        return new WizardDriver(
                PlatformUI.getWorkbench().getImportWizardRegistry().findWizard(id), selected);
    }

    /** The visible controls of a type. */
    <T extends Control> List<T> all(Class<T> type) {
        return Ui.visible(dialog.getShell(), type);
    }

    private <T extends Control> T first(Class<T> type, Predicate<T> wanted) {
        return all(type).stream().filter(wanted).findFirst().orElseThrow();
    }

    /** The button whose text begins like that, without its mnemonic. */
    Button button(String text) {
        return first(Button.class, button -> button.getText().replace("&", "").startsWith(text));
    }

    /** Clicks a push button or a check box, or selects a radio button. */
    void click(String text) {
        Button button = button(text);
        if ((button.getStyle() & SWT.RADIO) != 0) {
            all(Button.class).stream()
                    .filter(other -> other.getParent() == button.getParent())
                    .filter(other -> (other.getStyle() & SWT.RADIO) != 0)
                    .forEach(other -> other.setSelection(other == button));
        } else if ((button.getStyle() & SWT.CHECK) != 0) {
            button.setSelection(!button.getSelection());
        }
        button.notifyListeners(SWT.Selection, new Event());
    }

    /** Goes to the next page as soon as that is possible. */
    void next() {
        Ui.await("next page can be shown: " + error(), () -> button("Next").isEnabled());
        click("Next");
    }

    /** Finishes, and waits until the dialog is gone. */
    void finish() {
        Ui.await("wizard can be finished: " + error(), this::canFinish);
        click("Finish");
        Ui.await(
                "wizard is closed",
                () -> dialog.getShell() == null || dialog.getShell().isDisposed());
    }

    boolean canFinish() {
        return button("Finish").isEnabled();
    }

    /** The text field that is not read-only, the n-th of the page. */
    Text field(int n) {
        return all(Text.class).stream()
                .filter(text -> (text.getStyle() & SWT.READ_ONLY) == 0)
                .toList()
                .get(n);
    }

    /** The n-th table of the page. */
    Table table(int n) {
        return all(Table.class).get(n);
    }

    /** Selects the row of a table whose first text begins like that. */
    void select(Table table, String text) {
        for (int i = 0; i < table.getItemCount(); i++) {
            if (table.getItem(i).getText().startsWith(text)) {
                table.setSelection(i);
                Event event = new Event();
                event.item = table.getItem(i);
                table.notifyListeners(SWT.Selection, event);
                return;
            }
        }
        throw new AssertionError("no row " + text);
    }

    /** Checks or unchecks a row of a table. */
    void check(Table table, int row, boolean checked) {
        table.getItem(row).setChecked(checked);
        Event event = new Event();
        event.item = table.getItem(row);
        event.detail = SWT.CHECK;
        table.notifyListeners(SWT.Selection, event);
    }

    /** What is wrong with the page; empty if nothing is. */
    String error() {
        String message = ((WizardPage) dialog.getCurrentPage()).getErrorMessage();
        return message == null ? "" : message;
    }

    /** The warning or hint of the page; empty if there is none. */
    String message() {
        String message = ((WizardPage) dialog.getCurrentPage()).getMessage();
        return message == null ? "" : message;
    }

    /** Whether a visible label has this text in it. */
    boolean shows(String text) {
        return all(Label.class).stream().anyMatch(label -> label.getText().contains(text));
    }

    /** Saves what the dialog looks like. */
    void shoot(String name) throws IOException {
        Ui.await("dialog is drawn", () -> !dialog.getShell().getDisplay().readAndDispatch());
        Shots.take(name, dialog.getShell());
    }

    @Override
    public void close() {
        if (dialog.getShell() != null && !dialog.getShell().isDisposed()) {
            dialog.close();
        }
    }
}
