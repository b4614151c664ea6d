package org.backprop.editor.validation;

import java.util.List;

import org.backprop.editor.folding.Fold;
import org.backprop.model.Analysis;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerName;
import org.backprop.model.edit.LayerText;
import org.backprop.model.edit.ModelEdit;

/**
 * What is known about a text.
 *
 * @param stamp the modification stamp of the document that had the text
 * @param analysis what the reader found
 * @param layers its layers; those of the last text before it that is YAML, where it is none itself
 * @param names the places that name layers, likewise
 * @param complete whether the text is YAML, so that layers and names are its own
 * @param folds the lines that belong together
 */
public record Reading(
        long stamp,
        Analysis analysis,
        List<LayerText> layers,
        List<LayerName> names,
        boolean complete,
        List<Fold> folds) {

    /**
     * Reads a text.
     *
     * @param before what was known about the text before it; null for nothing
     */
    public static Reading of(String text, long stamp, Analysis analysis, Reading before) {
        List<Fold> folds = Fold.of(text);
        try {
            ModelEdit edit = ModelEdit.of(text);
            return new Reading(stamp, analysis, edit.layers(), edit.names(), true, folds);
        } catch (EditRefusedException noYaml) {
            return before == null
                    ? new Reading(stamp, analysis, List.of(), List.of(), false, folds)
                    : new Reading(stamp, analysis, before.layers(), before.names(), false, folds);
        }
    }
}
