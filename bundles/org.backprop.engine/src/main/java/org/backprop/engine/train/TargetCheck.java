package org.backprop.engine.train;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.Network;

/**
 * Checks that a data set fits a network. A loss over classes needs labels, with an output for each, or one for two
 * classes. A loss over numbers takes one numeric target for each output; labels serve as numbers for one output, one-hot for
 * several.
 */
final class TargetCheck {

    private TargetCheck() {}

    static void check(Network network, Dataset data) {
        if (data.count() == 0) {
            throw new IllegalArgumentException("the data set has no samples");
        }
        int features = data.width();
        if (features != network.inputs()) {
            throw new IllegalArgumentException(
                    "the data has " + features + " values per sample, the network takes " + network.inputs());
        }
        if (data.labels() == null) {
            checkTargets(network, data);
        } else if (network.outputs() > 1) {
            checkLabels(network, network.outputs(), data);
        } else if (network.tellsClasses()) {
            checkLabels(network, 2, data);
        }
    }

    private static void checkTargets(Network network, Dataset data) {
        if (network.classifies()) {
            throw new IllegalArgumentException(
                    "the loss needs class labels, but the data has numeric targets; use the loss 'mse'");
        }
        if (network.comparesClasses()) {
            checkYesOrNo(data);
        }
        int targets = data.targetWidth();
        if (network.outputs() != targets) {
            throw new IllegalArgumentException("the data has " + (targets == 1 ? "one target" : targets + " targets")
                    + " per sample, but the network has " + network.outputs() + " outputs");
        }
    }

    private static void checkYesOrNo(Dataset data) {
        for (int i = 0; i < data.targets().length; i++) {
            float target = data.targets()[i];
            if (!(target >= 0 && target <= 1)) {
                throw new IllegalArgumentException("sample " + i / data.targetWidth() + " has the target " + target
                        + ", but the loss needs a yes or no, 1 or 0; use the loss 'mse'");
            }
        }
    }

    private static void checkLabels(Network network, int classes, Dataset data) {
        for (int i = 0; i < data.labels().length; i++) {
            int label = data.labels()[i];
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("sample " + i + " has class " + label + ", but the network has "
                        + (network.outputs() == 1
                                ? "one output, which tells two classes apart"
                                : network.outputs() + " outputs")
                        + "; the last layer needs one for each class");
            }
        }
    }
}
