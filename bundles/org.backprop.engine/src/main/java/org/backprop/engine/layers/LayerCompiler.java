package org.backprop.engine.layers;

import org.backprop.model.ActivationLayer;
import org.backprop.model.DenseLayer;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.Shape;

/** Maps the layers of a model to their implementations. */
public final class LayerCompiler {

    private LayerCompiler() {}

    /**
     * The implementation of a layer.
     *
     * @param input shape of one sample of its input
     * @param position the layer's position in the model, from 0; it selects the layer's random numbers
     */
    public static LayerDefinition compile(LayerSpec spec, Shape input, int position) {
        return switch (spec) {
            case DenseLayer dense -> new Dense(dense, input);
            case ActivationLayer activation -> new ActivationFunction(activation.function(), input);
            case DropoutLayer dropout -> new Dropout(dropout, input, position);
            case FlattenLayer flatten -> new Flatten(input);
        };
    }
}
