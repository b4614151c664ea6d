package org.backprop.editor.network;

import java.util.List;

import org.backprop.model.SampleValue;
import org.backprop.model.TypeInfo;

/** The text of a new layer: its type with values for the parameters that must be given. */
public final class Templates {

    private Templates() {}

    /**
     * The text of a layer.
     *
     * @param inputs names of layers for a type that takes several
     */
    public static String of(TypeInfo type, List<String> inputs) {
        String parameters = SampleValue.required(type.parameters());
        if (takesSeveral(type)) {
            parameters = "inputs: " + inputs + (parameters.isEmpty() ? "" : ", " + parameters);
        }
        return parameters.isEmpty() ? type.key() : type.key() + ": {" + parameters + "}";
    }

    /** Whether layers of a type have several inputs. */
    public static boolean takesSeveral(TypeInfo type) {
        return List.of("add", "concat", "multiply").contains(type.key());
    }
}
