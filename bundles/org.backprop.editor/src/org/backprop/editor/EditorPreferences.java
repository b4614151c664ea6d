package org.backprop.editor;

import java.util.Arrays;
import java.util.Optional;

import org.backprop.editor.network.measure.Measure;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.eclipse.ui.texteditor.ChainedPreferenceStore;

/** What the source editor adds to the preferences of all text editors. */
public final class EditorPreferences extends AbstractPreferenceInitializer {
    /** Boolean: whether the bracket that belongs to the one at the caret is framed. */
    static final String MATCHING_BRACKETS = "matchingBrackets";
    /** RGB: colour of the frame. */
    static final String MATCHING_BRACKETS_COLOR = "matchingBracketsColor";

    /** Boolean: whether the places that name the layer at the caret are marked. */
    public static final String MARK_OCCURRENCES = "markOccurrences";

    /** Integer: the page on which editors open, the one that was in front last. */
    public static final String OPEN_PAGE = "openPage";

    private static final String MEASURE = "measure";

    private static final String BUNDLE = "org.backprop.editor";

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(BUNDLE);
        defaults.putBoolean(MATCHING_BRACKETS, true);
        defaults.putBoolean(MARK_OCCURRENCES, true);
        defaults.putInt(OPEN_PAGE, ModelEditor.NETWORK);
        defaults.put(MATCHING_BRACKETS_COLOR, "127,127,127");
    }

    /** Our preferences alone, to be written. */
    public static IPreferenceStore own() {
        return new ScopedPreferenceStore(InstanceScope.INSTANCE, BUNDLE);
    }

    /** What the nodes of the diagram are coloured by; empty for the kinds of layers. */
    public static Optional<Measure> measure() {
        String name = own().getString(MEASURE);
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.name().equals(name))
                .findFirst();
    }

    /** Chooses what the nodes of the diagram are coloured by; null for the kinds of layers. */
    public static void setMeasure(Measure measure) {
        own().setValue(MEASURE, measure == null ? "" : measure.name());
    }

    /** Our preferences, then those of all text editors. */
    static IPreferenceStore store() {
        return new ChainedPreferenceStore(new IPreferenceStore[] {
            new ScopedPreferenceStore(InstanceScope.INSTANCE, BUNDLE), EditorsUI.getPreferenceStore()
        });
    }
}
