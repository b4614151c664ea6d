package org.backprop.engine.update;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Parameter;
import org.backprop.model.L1L2Regularizer;
import org.backprop.model.L1Regularizer;
import org.backprop.model.L2Regularizer;
import org.backprop.model.MaxNormRegularizer;
import org.backprop.model.RegularizerSpec;

/** The penalties on a network's trained parameters and the bounds for them; frozen ones have none. */
public final class Regularization {

    private final List<Penalty> penalties = new ArrayList<>();
    private final List<NormBound> bounds = new ArrayList<>();

    /** The regularization of a network's model. */
    public Regularization(Network network) {
        Kernels kernels = network.kernels();
        for (Parameter tensor : network.parameters()) {
            for (RegularizerSpec spec : network.regularizers(tensor)) {
                if (spec.biases() || tensor.shape().size() > 1) {
                    add(spec, tensor, network, kernels);
                }
            }
        }
    }

    private void add(RegularizerSpec spec, Parameter tensor, Network network, Kernels kernels) {
        switch (spec) {
            case L1Regularizer l1 -> penalties.add(new Penalty(l1.l1(), 0, tensor, network));
            case L2Regularizer l2 -> penalties.add(new Penalty(0, l2.l2(), tensor, network));
            case L1L2Regularizer both -> penalties.add(new Penalty(both.l1(), both.l2(), tensor, network));
            case MaxNormRegularizer bound ->
                bounds.add(new NormBound(bound.maxValue(), kernels, Tensors.units(tensor, network.parameterBuffer())));
        }
    }

    /** What the penalties add to the loss of a batch. */
    public double penalty() {
        double sum = 0;
        for (int i = 0; i < penalties.size(); i++) {
            sum += penalties.get(i).value();
        }
        return sum;
    }

    /** Adds the gradient of the penalties to the network's gradient. */
    public void addGradient() {
        for (int i = 0; i < penalties.size(); i++) {
            penalties.get(i).addGradient();
        }
    }

    /** Adds the product of the Hessian of the penalties with a direction {@code [1, N]} to a result {@code [1, N]}. */
    public void addHessianProduct(View direction, View result) {
        penalties.forEach(penalty -> penalty.addHessianProduct(direction, result));
    }

    /** Restores the bounds. */
    void constrain() {
        for (int i = 0; i < bounds.size(); i++) {
            bounds.get(i).restore();
        }
    }
}
