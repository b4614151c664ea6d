package org.backprop.engine.layers;

import static org.backprop.engine.kernels.Activation.LINEAR;

import java.util.List;

import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.AddLayer;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.BatchNormLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.DenseLayer;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GlobalAvgPoolLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.LstmLayer;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.Shape;
import org.backprop.model.ShapeException;

/** Maps the layers of a model to their implementations. */
public final class LayerCompiler {

    private LayerCompiler() {}

    /**
     * The implementation of a layer: one definition, or two, the second of which is its activation function.
     *
     * @param inputs shape of one sample of each input
     * @param position the layer's position in the model, from 0; it selects the layer's random numbers
     * @throws IllegalArgumentException if the layer cannot take these inputs
     */
    public static List<LayerDefinition> compile(LayerSpec spec, List<Shape> inputs, int position) {
        LayerDefinition layer = layer(spec, inputs, position);
        Activation function = spec instanceof ActivationLayer
                ? Activation.LINEAR
                : spec.outputFunction().orElse(Activation.LINEAR);
        return function == Activation.LINEAR
                ? List.of(layer)
                : List.of(layer, Functions.layer(function, layer.output()));
    }

    /** The layer without its activation function. */
    private static LayerDefinition layer(LayerSpec spec, List<Shape> inputs, int position) {
        Shape input = inputs.getFirst();
        Shape output = output(spec, inputs);
        return switch (spec) {
            case DenseLayer dense -> new Dense(dense, LINEAR, input);
            case ActivationLayer activation -> Functions.layer(activation.function(), input);
            case DropoutLayer dropout -> new Dropout(dropout, input, position);
            case FlattenLayer flatten -> new Flatten(input);
            case Conv2dLayer conv -> new Conv2d(conv, LINEAR, input, output);
            case MaxPool2dLayer pool -> new MaxPool2d(pool.window(input), output);
            case AvgPool2dLayer pool -> new AveragePool2d(pool.window(input), output);
            case GlobalAvgPoolLayer pool -> AveragePool2d.global(input, output);
            case BatchNormLayer norm -> new BatchNorm(norm, output, LINEAR);
            case AddLayer add -> new Add(LINEAR, output);
            case LstmLayer lstm -> new Lstm(lstm, input, output);
        };
    }

    private static Shape output(LayerSpec spec, List<Shape> inputs) {
        try {
            return spec.output(inputs);
        } catch (ShapeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
