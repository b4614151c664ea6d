package org.backprop.model.internal.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.model.internal.read.DefaultNames;

/** The names and places that layers have after an edit. */
final class Renaming {

    private final Map<LayerItem, String> names = new HashMap<>();
    private final Map<LayerItem, Integer> places = new HashMap<>();

    /** Gives a layer another name in its scope. */
    void name(LayerItem layer, String name) {
        names.put(layer, name);
    }

    /**
     * Numbers the layers of a list anew, as their default names are counted.
     *
     * @param order the layers as they stand after the edit; types of new ones as strings
     */
    void order(List<?> order) {
        DefaultNames byDefault = new DefaultNames();
        for (int i = 0; i < order.size(); i++) {
            String type = order.get(i) instanceof LayerItem layer ? layer.type() : (String) order.get(i);
            String counted = byDefault.next(type);
            if (order.get(i) instanceof LayerItem layer) {
                places.put(layer, i);
                if (layer.key("name").isEmpty()) {
                    names.put(layer, counted);
                }
            }
        }
    }

    /** The name in its scope. */
    String local(LayerItem layer) {
        return names.getOrDefault(layer, layer.name());
    }

    /** The name with those of the blocks around it. */
    String full(LayerItem layer) {
        LayerItem block = layer.scope().block();
        return block == null ? local(layer) : full(block) + "/" + local(layer);
    }

    int place(LayerItem layer) {
        return places.getOrDefault(layer, layer.index());
    }
}
