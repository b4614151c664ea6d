package org.backprop.engine.shrink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.model.Layer;
import org.backprop.model.Shape;

/**
 * Removes the units of a network that make no difference to its output: those that are constant, because all their
 * weights are 0, and those that nobody uses, because all weights on them are 0. What a constant unit adds to others goes
 * into their bias.
 */
public final class Shrinking {

    private final List<Site> sites = new ArrayList<>();
    private final List<LayerRule> rules = new ArrayList<>();
    private final Units input;

    private Shrinking(List<Layer> layers, Shape shape, Network network) {
        Shapes shapes = new Shapes(layers, shape);
        Map<String, Units> units = new HashMap<>();
        input = new Units(shape);
        units.put(Layer.INPUT, input);
        Map<String, Map<String, NamedTensor>> tensors = byLayer(network.state());
        for (Layer layer : layers) {
            Shape out = shapes.output(layer);
            Site site = new Site(
                    layer,
                    layer.inputs().stream().map(units::get).toList(),
                    new Units(out),
                    tensors.getOrDefault(layer.name(), Map.of()));
            sites.add(site);
            rules.add(LayerRules.of(layer.spec(), shapes.inputs(layer).getFirst(), out));
            units.put(layer.name(), site.output());
        }
    }

    /**
     * The network without its dead units.
     *
     * @param layers its layers
     * @param shape shape of one sample of its input
     * @param network the network itself
     */
    public static Shrunk shrink(List<Layer> layers, Shape shape, Network network) {
        Shrinking shrinking = new Shrinking(layers, shape, network);
        shrinking.observe(network);
        shrinking.mark();
        shrinking.keep();
        return shrinking.result();
    }

    private static Map<String, Map<String, NamedTensor>> byLayer(List<NamedTensor> tensors) {
        Map<String, Map<String, NamedTensor>> layers = new HashMap<>();
        for (NamedTensor tensor : tensors) {
            int dot = tensor.name().indexOf('.');
            layers.computeIfAbsent(tensor.name().substring(0, dot), name -> new LinkedHashMap<>())
                    .put(tensor.name().substring(dot + 1), tensor);
        }
        return layers;
    }

    /** Computes one sample, from which the values of the constant units can be read, whatever the sample. */
    private void observe(Network network) {
        Plan plan = network.plan(1);
        plan.input().buffer().write(plan.input().offset(), new float[network.inputs()], 0, network.inputs());
        plan.forward(Pass.INFERENCE);
        Map<String, float[]> values = new HashMap<>();
        plan.outputs().forEach((name, view) -> values.put(name, view.toArray()));
        for (Site site : sites) {
            float[] value = values.get(site.name());
            if (value == null) { // a view, or computed together with the layer before
                value = values.getOrDefault(site.layer().inputs().getFirst(), new float[0]);
                values.put(site.name(), value);
            }
            site.output().observe(value);
        }
    }

    private void mark() {
        for (int i = 0; i < sites.size(); i++) {
            rules.get(i).markConstants(sites.get(i));
        }
        sites.getLast().output().useAll();
        for (int i = sites.size() - 1; i >= 0; i--) {
            rules.get(i).markUsed(sites.get(i));
        }
    }

    private void keep() {
        sites.forEach(site -> site.output().keepLiving());
        input.keepAll("it is an input of the network");
        sites.getLast().output().keepAll("it is an output of the network");
        settle();
        for (Site site : sites) {
            if (site.output().keptCount() == 0) {
                site.output().keep(0, "a layer has at least one unit");
                settle();
            }
        }
    }

    /** Lets what is kept keep other units, until no more are. */
    private void settle() {
        int before;
        do {
            before = keptCount();
            for (int i = sites.size() - 1; i >= 0; i--) {
                rules.get(i).keep(sites.get(i));
            }
            for (int i = 0; i < sites.size(); i++) {
                rules.get(i).keep(sites.get(i));
            }
        } while (keptCount() != before);
    }

    private int keptCount() {
        return sites.stream().mapToInt(site -> site.output().keptCount()).sum();
    }

    private Shrunk result() {
        List<Layer> layers = new ArrayList<>();
        List<NamedTensor> tensors = new ArrayList<>();
        List<LayerChange> changes = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            LayerRule.Remainder rest = rules.get(i).remainder(site);
            Layer old = site.layer();
            layers.add(new Layer(old.name(), old.inputs(), rest.spec(), old.regularizer(), old.position()));
            tensors.addAll(rest.tensors());
            if (!site.tensors().isEmpty()) {
                changes.add(change(site));
            }
        }
        return new Shrunk(layers, tensors, changes);
    }

    private static LayerChange change(Site site) {
        Units units = site.output();
        int dead = (int) IntStream.range(0, units.count()).filter(units::isDead).count();
        return new LayerChange(site.name(), units.count(), units.keptCount(), dead, units.keptDead());
    }
}
