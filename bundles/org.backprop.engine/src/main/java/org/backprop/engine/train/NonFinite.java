package org.backprop.engine.train;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.network.TrainableLayer;

/** Finds where a network's values stop being finite. */
final class NonFinite {

    private static final Program ZERO_UNLESS_NOT_FINITE = zeroUnlessNotFinite();

    private NonFinite() {}

    private static Program zeroUnlessNotFinite() {
        Formula formula = new Formula();
        return formula.sum(formula.operand().times(0)).program();
    }

    private static boolean isFinite(Kernels kernels, View x) {
        return kernels.evaluate(ZERO_UNLESS_NOT_FINITE, Program.NO_SCALARS, new View[] {x}, null) == 0;
    }

    /** The first layer whose parameters or outputs, after a forward pass, are not all finite; "loss" if there is none. */
    static String firstLayer(Network network, Plan plan) {
        Kernels kernels = network.kernels();
        for (var output : plan.outputs().entrySet()) {
            boolean finite = network.trainableLayers().stream()
                    .filter(layer -> layer.name().equals(output.getKey()))
                    .allMatch(layer -> isFinite(kernels, parameters(network, layer)));
            if (!finite || !isFinite(kernels, output.getValue())) {
                return output.getKey();
            }
        }
        return "loss";
    }

    private static View parameters(Network network, TrainableLayer layer) {
        return network.parameterBuffer().view(layer.offset(), 1, layer.length());
    }
}
