package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.backprop.engine.data.DataException;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.model.Catalogue;
import org.backprop.model.NetworkSection;

/**
 * Takes weights of another network over.
 *
 * @param mapping names of layers or tensors of the network, to names of layers (up to a dot) or tensors of the other; a
 *     tensor's own entry goes before its layer's. If empty, the other must have exactly the network's tensors
 */
public record WeightTransfer(SequencedMap<String, String> mapping) {

    /**
     * Sets the weights that a model starts with, if it names a file of them.
     *
     * @param base folder of the model file
     * @throws IOException if the file cannot be read
     * @throws DataException if they do not fit the network
     */
    public static void start(TrainingTask task, Path base) throws IOException, DataException {
        NetworkSection network = task.model().network();
        if (network.weights().isPresent()) {
            Path file = base.resolve(network.weights().get());
            try {
                new WeightTransfer(network.mapping()).load(Checkpoints.readWeights(file), task.network());
            } catch (IllegalArgumentException e) {
                throw new DataException(file + ": the weights do not fit the network: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Sets what the mapping names, or everything.
     *
     * @param theirs tensors of the other network
     * @throws IllegalArgumentException if a tensor that is named is in neither network, or has another shape; then
     *     nothing
     *     was changed
     */
    public void load(List<NamedTensor> theirs, Network network) {
        if (mapping.isEmpty()) {
            network.load(theirs);
            return;
        }
        Map<String, NamedTensor> known = new LinkedHashMap<>();
        theirs.forEach(tensor -> known.put(tensor.name(), tensor));
        List<NamedTensor> ours = network.state();
        checkNames(ours);
        List<String> statistics =
                network.statistics().stream().map(statistic -> statistic.name()).toList();
        Map<String, NamedTensor> taken = new HashMap<>();
        for (NamedTensor tensor : ours) {
            String name = theirName(tensor.name());
            if (name != null && (known.containsKey(name) || !statistics.contains(tensor.name()))) {
                taken.put(tensor.name(), find(name, tensor.name(), known));
            }
        }
        List<NamedTensor> merged = new ArrayList<>();
        ours.forEach(tensor -> merged.add(taken.getOrDefault(tensor.name(), tensor)));
        network.restore(merged);
    }

    /** The name that the mapping gives to a tensor; null if it does not name it. */
    private String theirName(String tensor) {
        int dot = tensor.indexOf('.');
        String layer = mapping.get(tensor.substring(0, dot));
        return mapping.containsKey(tensor) ? mapping.get(tensor) : layer == null ? null : layer + tensor.substring(dot);
    }

    private void checkNames(List<NamedTensor> ours) {
        List<String> names = ours.stream().map(NamedTensor::name).toList();
        for (String name : mapping.keySet()) {
            if (names.stream().noneMatch(tensor -> tensor.equals(name) || tensor.startsWith(name + "."))) {
                throw new IllegalArgumentException(
                        "the mapping names '" + name + "', but the network has no such weights" + hint(name, names));
            }
        }
    }

    private static NamedTensor find(String name, String ours, Map<String, NamedTensor> known) {
        NamedTensor found = known.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no tensor '" + name + "', which the mapping gives to '" + ours
                    + "'" + hint(name, List.copyOf(known.keySet())));
        }
        return new NamedTensor(ours, found.shape(), found.values());
    }

    private static String hint(String name, List<String> known) {
        return Catalogue.nearest(name, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("; known are " + String.join(", ", known.subList(0, Math.min(10, known.size()))));
    }
}
