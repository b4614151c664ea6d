package org.backprop.model.internal.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.BceLoss;
import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DenseLayer;
import org.backprop.model.Fix;
import org.backprop.model.HingeLoss;
import org.backprop.model.KlDivLoss;
import org.backprop.model.LossSpec;
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

    /**
     * Checks a network that has layers.
     *
     * @param targets number of columns to predict; several are numbers of their own, not classes
     */
    void check(LossSpec loss, Location lossAt, DataInfo data, int targets) {
        if (network.layers().isEmpty()) {
            return;
        }
        outputFunction().ifPresent(function -> checkFunction(loss, lossAt, function));
        network.summaries().getLast().ifPresent(last -> checkUnits(loss, lossAt, last.out(), data));
        if (targets > 1) {
            checkTargets(loss, lossAt, targets);
        }
    }

    private void checkTargets(LossSpec loss, Location lossAt, int targets) {
        if (loss.classifies() && !(loss instanceof BceLoss)) {
            problems.error(
                    lossAt,
                    Code.INCONSISTENT,
                    key(loss) + " compares classes, but the data has " + targets
                            + " numbers to predict: use bce for a yes or no each, or a loss of numbers such as mse");
        }
        network.summaries()
                .getLast()
                .map(last -> last.out().size())
                .filter(units -> units != targets)
                .ifPresent(units -> problems.error(
                        network.layers().getLast().at(),
                        Code.OUTPUT_MISMATCH,
                        "the data has " + targets + " numbers to predict, but the last layer has " + units + " units",
                        units(targets)));
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
            case KlDivLoss divergence
            when function != Activation.LOG_SOFTMAX ->
                "kl_div expects log-probabilities, but the network ends with " + function.key()
                        + ": end it with log_softmax";
            case CrossEntropyLoss crossEntropy
            when function.acrossUnits() ->
                "cross_entropy expects logits, but the network ends with " + function.key()
                        + ": remove it, or use nll after log_softmax";
            case BceLoss bce
            when bce.fromLogits() && (function == Activation.SIGMOID || function.acrossUnits()) ->
                "bce from logits expects logits, but the network ends with " + function.key()
                        + ": remove it, or leave from_logits out";
            case BceLoss bce
            when !bce.fromLogits() && function != Activation.SIGMOID && function != Activation.SOFTMAX ->
                "bce expects probabilities, but the network ends with " + function.key()
                        + ": end it with sigmoid, or set from_logits: true";
            case HingeLoss hinge
            when function.acrossUnits() ->
                "hinge expects scores, but the network ends with " + function.key() + ": remove it";
            case LossSpec ofNumbers
            when !ofNumbers.classifies() && function == Activation.LOG_SOFTMAX ->
                key(ofNumbers) + " compares with values, but the network ends with log_softmax: use nll";
            default -> "";
        };
        if (!message.isEmpty()) {
            problems.warning(lossAt, Code.LOSS_MISMATCH, message, matching(loss, function));
        }
    }

    /** The loss that expects the output as it is, where there is an obvious one. */
    private static List<Fix> matching(LossSpec loss, Activation function) {
        String other = "";
        if (function == Activation.LOG_SOFTMAX && !(loss instanceof NllLoss)) {
            other = "nll";
        } else if (loss instanceof NllLoss && !function.acrossUnits()) {
            other = "cross_entropy";
        }
        return other.isEmpty() ? List.of() : List.of(new Fix.Set(List.of("training", "loss"), other));
    }

    private static String key(LossSpec loss) {
        return Catalogue.describe(((Record) loss).getClass()).key();
    }

    private void checkUnits(LossSpec loss, Location lossAt, Shape out, DataInfo data) {
        Location at = network.layers().getLast().at();
        if ((data.classes().isPresent() || loss.classifies()) && out.rank() != 1) {
            problems.error(
                    at,
                    Code.OUTPUT_MISMATCH,
                    "the network's output must be flat, with one unit for each class, but has shape " + out
                            + ": add a flatten and a dense layer");
        } else if (out.size() == 1) {
            checkSingleUnit(loss, at, data.classes());
        } else if (data.classes().isPresent() && out.size() != data.classes().getAsInt()) {
            problems.error(
                    at,
                    Code.OUTPUT_MISMATCH,
                    "the data has " + data.classes().getAsInt() + " classes, but the last layer has " + out.size()
                            + " units",
                    units(data.classes().getAsInt()));
        }
        checkWeights(loss, lossAt, out.size());
    }

    private void checkSingleUnit(LossSpec loss, Location at, OptionalInt classes) {
        if (loss.tellsTwoApart() && classes.orElse(2) != 2) {
            problems.error(
                    at,
                    Code.OUTPUT_MISMATCH,
                    "one unit tells two classes apart, but the data has " + classes.getAsInt()
                            + " classes: give the last layer " + classes.getAsInt() + " units",
                    units(classes.getAsInt()));
        } else if (loss.classifies() && !loss.tellsTwoApart()) {
            problems.error(
                    at,
                    Code.OUTPUT_MISMATCH,
                    "a classification needs one unit for each class, but the last layer has 1 unit"
                            + (classes.isPresent() ? ", the data " + classes.getAsInt() + " classes" : ""),
                    classes.isPresent() ? units(classes.getAsInt()) : List.of());
        }
    }

    /** The change of the number of outputs, where a dense layer of the network decides on it. */
    private List<Fix> units(int wanted) {
        int at = network.layers().size() - 1;
        while (at >= 0 && network.layers().get(at).spec().orElse(null) instanceof ActivationLayer) {
            at = network.sources().get(at).getFirst();
        }
        if (at < 0
                || !(network.layers().get(at).spec().orElse(null) instanceof DenseLayer)
                || network.layers().get(at).depth() > 0) {
            return List.of();
        }
        List<String> path =
                List.of("network", "layers", network.layers().get(at).name(), "units");
        return List.of(new Fix.Set(path, Integer.toString(wanted)));
    }

    private void checkWeights(LossSpec loss, Location lossAt, long units) {
        if (loss instanceof BceLoss bce
                && bce.posWeight().size() > 1
                && bce.posWeight().size() != units) {
            problems.error(
                    lossAt,
                    Code.INCONSISTENT,
                    "pos_weight has " + bce.posWeight().size() + " numbers, but the last layer has " + units
                            + " units");
        }
        int weights = switch (loss) {
            case NllLoss nll -> nll.classWeights().size();
            case CrossEntropyLoss entropy -> entropy.classWeights().size();
            default -> 0;
        };
        if (weights > 0 && weights != units) {
            problems.error(
                    lossAt,
                    Code.INCONSISTENT,
                    "class_weights has " + weights + " numbers, but the last layer has " + units + " units");
        }
    }
}
