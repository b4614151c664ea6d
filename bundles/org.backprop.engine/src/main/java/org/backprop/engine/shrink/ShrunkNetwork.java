package org.backprop.engine.shrink;

import java.util.LinkedHashMap;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.Network;
import org.backprop.model.Model;
import org.backprop.model.NetworkSection;
import org.backprop.model.Shape;

/**
 * A network without its dead units, checked against the one with them.
 *
 * @param model its model, with the data and training of the other
 * @param network the network
 * @param report what was gained
 */
public record ShrunkNetwork(Model model, Network network, ShrinkReport report) {

    /** Greatest difference between outputs; for outputs above 1, relative to the greatest. */
    public static final double TOLERANCE = 1e-5;

    private static final int SAMPLES = 256;

    /**
     * Shrinks a network and compares the outputs of both on random samples and on the data.
     *
     * @param input shape of one sample of the network's input
     * @param data samples to compare on
     * @throws IllegalStateException if the outputs differ by more than {@link #TOLERANCE}
     */
    public static ShrunkNetwork of(Model model, Shape input, Network network, Dataset data) {
        Shrunk shrunk = Shrinking.shrink(model.network().layers(), input, network);
        NetworkSection old = model.network();
        NetworkSection section =
                new NetworkSection(old.input(), old.weights(), new LinkedHashMap<>(), old.freeze(), shrunk.layers());
        Model smaller = new Model(model.name(), model.data(), section, model.training());
        Network left = Network.compile(smaller, input, network.kernels(), network.maxBatch());
        left.restore(shrunk.tensors());
        OutputComparison comparison = new OutputComparison(network, left);
        comparison.compare(Probes.random(old.layers(), network, SAMPLES));
        comparison.compare(data);
        comparison.check();
        ShrinkReport report = new ShrinkReport(
                shrunk.changes(),
                NetworkCost.of(old.layers(), input, network),
                NetworkCost.of(shrunk.layers(), input, left),
                ForwardSpeed.measure(network, left),
                comparison.greatest(),
                comparison.samples());
        return new ShrunkNetwork(smaller, left, report);
    }
}
