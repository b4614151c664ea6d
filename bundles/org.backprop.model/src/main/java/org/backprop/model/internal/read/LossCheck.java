package org.backprop.model.internal.read;

import java.util.Optional;

import org.backprop.model.Activation;
import org.backprop.model.Code;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.LossSpec;
import org.backprop.model.MseLoss;
import org.backprop.model.NllLoss;
import org.backprop.model.Shape;
import org.backprop.model.data.DataInfo;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.Problems;

/** Checks that the network gives what the loss and the data expect. */
final class LossCheck {

    private final NetworkDraft network;
    private final Problems problems;

    LossCheck(NetworkDraft network, Problems problems) {
        this.network = network;
        this.problems = problems;
    }

    void check(LossSpec loss, Location lossAt, DataInfo data) {
        if (network.layers().isEmpty()) {
            return;
        }
        outputFunction().ifPresent(function -> checkFunction(loss, lossAt, function));
        network.summaries().getLast().ifPresent(last -> checkUnits(loss, last.out(), data));
    }

    /** The function that the network's output has passed: linear if only layers without one lead to it. */
    private Optional<Activation> outputFunction() {
        int at = network.layers().size() - 1;
        while (at >= 0) {
            LayerDraft layer = network.layers().get(at);
            if (layer.spec().isEmpty()) {
                return Optional.empty();
            }
            Optional<Activation> function = layer.spec().get().outputFunction();
            if (function.isPresent()) {
                return function;
            }
            at = network.sources().get(at).getFirst();
        }
        return at == LayerGraph.INPUT ? Optional.of(Activation.LINEAR) : Optional.empty();
    }

    private void checkFunction(LossSpec loss, Location lossAt, Activation function) {
        String message = switch (loss) {
            case NllLoss nll
            when function != Activation.LOG_SOFTMAX ->
                "nll expects log-probabilities, but the network ends with " + function.key()
                        + ": end it with log_softmax, or use cross_entropy on logits";
            case CrossEntropyLoss crossEntropy
            when function.acrossUnits() ->
                "cross_entropy expects logits, but the network ends with " + function.key()
                        + ": remove it, or use nll after log_softmax";
            case MseLoss mse
            when function == Activation.LOG_SOFTMAX ->
                "mse compares with values, but the network ends with log_softmax: use nll";
            default -> "";
        };
        if (!message.isEmpty()) {
            problems.warning(lossAt, Code.LOSS_MISMATCH, message);
        }
    }

    private void checkUnits(LossSpec loss, Shape out, DataInfo data) {
        Location at = network.layers().getLast().at();
        boolean classes = data.classes().isPresent();
        boolean classification = classes || !(loss instanceof MseLoss);
        if (classification && out.rank() != 1) {
            problems.error(
                    at,
                    Code.OUTPUT_MISMATCH,
                    "the network's output must be flat, with one unit for each class, but has shape " + out
                            + ": add a flatten and a dense layer");
        } else if (classes && out.size() != data.classes().getAsInt()) {
            problems.error(
                    at,
                    Code.OUTPUT_MISMATCH,
                    "the data has " + data.classes().getAsInt() + " classes, but the last layer has " + out.size()
                            + " units");
        } else if (classification && out.size() < 2) {
            problems.error(
                    at,
                    Code.OUTPUT_MISMATCH,
                    "a classification needs one unit for each class, but the last layer has 1 unit");
        }
    }
}
