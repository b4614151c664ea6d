package org.backprop.peers;

import java.util.List;
import java.util.Optional;

import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DenseLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.Layer;
import org.backprop.model.LayerSpec;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.Model;
import org.backprop.model.NllLoss;
import org.backprop.model.Padding;
import org.backprop.model.Size2d;

/** A classifier as a list of layers that each read the one before, down to the logits. */
final class Chain {

    private Chain() {}

    /**
     * The layers between the input and the logits, without the flatten layer at the very beginning.
     *
     * @throws IllegalArgumentException if the model is no such chain, a layer has a setting that no counterpart here knows,
     *     or the loss is not the cross entropy of logits, be it written as that or as log-softmax and negative
     *     log-likelihood
     */
    static List<Layer> logits(Model model) {
        List<Layer> layers = model.network().layers();
        String before = Layer.INPUT;
        for (Layer layer : layers) {
            if (!layer.inputs().equals(List.of(before))) {
                throw new IllegalArgumentException("layer " + layer.name() + " does not read the one before");
            }
            if (!isKnown(layer.spec())) {
                throw new IllegalArgumentException("layer " + layer.name() + " is of no known kind: " + layer.spec());
            }
            before = layer.name();
        }
        int end = layers.size() - normalizing(model, layers.getLast().spec());
        return layers.subList(startsFlat(model) ? 1 : 0, end);
    }

    private static boolean isKnown(LayerSpec spec) {
        return switch (spec) {
            case DenseLayer dense -> dense.bias();
            case Conv2dLayer conv -> conv.equals(convolution(conv.filters(), conv.kernel(), conv.activation()));
            case MaxPool2dLayer pool -> pool.equals(new MaxPool2dLayer(pool.size(), Optional.empty(), Padding.VALID));
            case FlattenLayer flatten -> true;
            case ActivationLayer activation -> activation.function() == Activation.LOG_SOFTMAX;
            default -> false;
        };
    }

    private static Conv2dLayer convolution(int filters, Size2d kernel, Activation activation) {
        return new Conv2dLayer(filters, kernel, Size2d.of(1), Padding.SAME, Size2d.of(1), 1, activation, true);
    }

    /** Whether the network begins with a flatten layer. */
    static boolean startsFlat(Model model) {
        return model.network().layers().getFirst().spec() instanceof FlattenLayer;
    }

    /** Number of layers at the end that turn logits into log-probabilities. */
    private static int normalizing(Model model, LayerSpec last) {
        return switch (model.training().loss()) {
            case CrossEntropyLoss loss -> 0;
            case NllLoss loss when last.equals(new ActivationLayer(Activation.LOG_SOFTMAX)) -> 1;
            default -> throw new IllegalArgumentException("the loss is not the cross entropy of logits");
        };
    }
}
