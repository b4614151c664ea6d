package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.backprop.core.launch.LaunchPreferences;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class PreferencesTest {
    private static final String ROOT = "org.backprop.ui.preferences";
    private static final IEclipsePreferences STORED = InstanceScope.INSTANCE.getNode(LaunchPreferences.NODE);

    private Shell shell;
    private IPreferenceNode node;
    private IPreferencePage page;

    @BeforeEach
    void openTheRootPageWithAChangedSetting() {
        STORED.putInt(LaunchPreferences.GRACE_SECONDS, 7);
        shell = new Shell();
        shell.setLayout(new FillLayout());
        node = PlatformUI.getWorkbench().getPreferenceManager().find(ROOT);
        node.createPage();
        page = node.getPage();
        page.createControl(shell);
        shell.setSize(500, 400);
        shell.open();
    }

    @AfterEach
    void close() {
        STORED.remove(LaunchPreferences.GRACE_SECONDS);
        node.disposeResources();
        shell.dispose();
    }

    @Test
    void theRootPageHasSettingsAndRestoresTheirDefaults() {
        Text seconds = find(shell, Text.class).getFirst();
        assertEquals("7", seconds.getText());
        button(JFaceResources.getString("defaults")).notifyListeners(SWT.Selection, new Event());
        assertEquals("20", seconds.getText());
        assertEquals(7, LaunchPreferences.grace().toSeconds(), "nothing changes before it is applied");
        assertTrue(page.performOk());
        assertEquals(20, LaunchPreferences.grace().toSeconds());
    }

    @Test
    void aNumberOutOfItsRangeCannotBeApplied() {
        Text seconds = find(shell, Text.class).getFirst();
        type(seconds, "-1");
        assertFalse(page.isValid());
        type(seconds, "5");
        assertTrue(page.isValid());
        assertTrue(page.performOk());
        assertEquals(5, LaunchPreferences.grace().toSeconds());
    }

    /** The page checks a field when a key is released in it. */
    private static void type(Text field, String text) {
        field.setText(text);
        field.notifyListeners(SWT.KeyUp, new Event());
    }

    private Button button(String text) {
        return find(shell, Button.class).stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Control> List<T> find(Control control, Class<T> type) {
        if (type.isInstance(control)) {
            return List.of(type.cast(control));
        }
        return control instanceof Composite composite
                ? List.of(composite.getChildren()).stream()
                        .flatMap(child -> find(child, type).stream())
                        .toList()
                : List.of();
    }
}
