package org.backprop.engine.update;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Scaling;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Parameter;
import org.backprop.engine.network.TrainableLayer;
import org.backprop.model.AdaptiveClipping;
import org.backprop.model.ClippingScope;

/** See {@link AdaptiveClipping}. */
final class RatioClipping implements Clipping {

    private final AdaptiveClipping spec;
    private final Kernels kernels;
    private final Scaling scaling;
    private final List<Layer> layers;
    private final ClippingReport report;

    /** The units, or tensors, of a layer. */
    private record Layer(List<View> weights, List<View> gradients) {}

    RatioClipping(AdaptiveClipping spec, Network network) {
        this.spec = spec;
        kernels = network.kernels();
        scaling = new Scaling(kernels);
        List<TrainableLayer> all = network.trainableLayers();
        List<String> names = all.subList(0, spec.outputLayer() ? all.size() : all.size() - 1).stream()
                .map(TrainableLayer::name)
                .toList();
        layers = names.stream().map(name -> layer(name, network)).toList();
        report = new ClippingReport(names);
    }

    private Layer layer(String name, Network network) {
        List<View> weights = new ArrayList<>();
        List<View> gradients = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            if (parameter.layer().equals(name)) {
                weights.addAll(parts(parameter, network.parameterBuffer()));
                gradients.addAll(parts(parameter, network.gradientBuffer()));
            }
        }
        return new Layer(weights, gradients);
    }

    private List<View> parts(Parameter parameter, Buffer flat) {
        return spec.scope() == ClippingScope.UNIT
                ? Tensors.units(parameter, flat)
                : List.of(Tensors.whole(parameter, flat));
    }

    @Override
    public void clip() {
        for (int i = 0; i < layers.size(); i++) {
            clip(i, layers.get(i));
        }
    }

    private void clip(int number, Layer layer) {
        double before = 0;
        double after = 0;
        int clipped = 0;
        for (int i = 0; i < layer.weights().size(); i++) {
            double gradient = Math.sqrt(kernels.squaredNorm(layer.gradients().get(i)));
            double weight = Math.sqrt(kernels.squaredNorm(layer.weights().get(i)));
            double most = spec.clipping() * Math.max(weight, spec.eps());
            before += gradient * gradient;
            if (gradient > most) {
                scaling.scale(layer.gradients().get(i), most / gradient);
                gradient = most;
                clipped++;
            }
            after += gradient * gradient;
        }
        report.set(
                number,
                Math.sqrt(before),
                Math.sqrt(after),
                (double) clipped / layer.weights().size());
    }

    @Override
    public ClippingReport report() {
        return report;
    }
}
