package org.backprop.engine.cluster;

import java.util.Map;
import java.util.OptionalInt;

/**
 * How to connect to a cluster.
 *
 * @param master its address, such as {@code local-cluster[2,1,1024]} or {@code spark://host:7077}
 * @param name of the work, for the cluster's own tables
 * @param options of the cluster, by their keys
 * @param workers how many parts of a batch are computed side by side; empty for as many as there are tasks at a time
 * @param repeatable whether a task may run twice at the same time, where the first is slow
 */
public record ClusterSettings(
        String master, String name, Map<String, String> options, OptionalInt workers, boolean repeatable) {

    /** Copies the map. */
    public ClusterSettings {
        options = Map.copyOf(options);
    }
}
