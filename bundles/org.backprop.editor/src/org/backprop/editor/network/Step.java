package org.backprop.editor.network;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerPlace;
import org.backprop.model.edit.LayerText;
import org.backprop.model.edit.ModelEdit;
import org.backprop.model.edit.TextChange;

/** An edit of layers that is computed in the background. */
interface Step {

    /**
     * Computes the edit.
     *
     * @param edit the text as it is when the edit's turn has come
     * @param selected the layers that are selected then
     */
    Result on(ModelEdit edit, List<String> selected) throws EditRefusedException;

    /**
     * An edit.
     *
     * @param changes of the text
     * @param selection names, in the changed text, of the layers to select; null to leave the selection as it is
     */
    record Result(List<TextChange> changes, Function<ModelEdit, Collection<String>> selection) {

        /** No change. */
        static final Result NOTHING = new Result(List.of(), null);

        /** Changes after which the layer at a place is selected. */
        static Result selecting(List<TextChange> changes, LayerPlace place) {
            return new Result(changes, changed -> at(changed, place));
        }

        private static List<String> at(ModelEdit changed, LayerPlace place) {
            return changed.layers().stream()
                    .filter(layer ->
                            layer.index() == place.index() && layer.block().equals(place.block()))
                    .min(Comparator.comparingInt(LayerText::offset))
                    .map(LayerText::name)
                    .stream()
                    .toList();
        }
    }
}
