package org.backprop.engine.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.backprop.engine.cluster.Cluster;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.cluster.ClusterSettings;
import org.backprop.engine.cluster.Clusters;

import picocli.CommandLine.Option;

/** Whether to compute on a cluster of Apache Spark, and on which. */
final class SparkOptions {
    @Option(
            names = "--spark",
            paramLabel = "URL",
            description = "Compute on Apache Spark: local[*], local-cluster[N,CORES,MEGABYTES] or spark://HOST:PORT."
                    + " Its libraries: ./backprop backends install spark.")
    private String master;

    @Option(
            names = "--spark-conf",
            paramLabel = "KEY=VALUE",
            description = "A property of Spark, such as spark.executor.memory=4g. Repeatable.")
    private Map<String, String> properties = new LinkedHashMap<>();

    private static final String MASTER = "spark";
    private static final String PROPERTY = "spark_conf.";

    /** What is to be remembered of it, by name; nothing if no cluster was asked for. */
    Map<String, String> remembered() {
        Map<String, String> remembered = new TreeMap<>();
        if (isOn()) {
            remembered.put(MASTER, master);
            properties.forEach((key, value) -> remembered.put(PROPERTY + key, value));
        }
        return remembered;
    }

    /** Takes what was remembered, unless another cluster is asked for. */
    void recall(Map<String, String> remembered) {
        if (!isOn() && remembered.containsKey(MASTER)) {
            master = remembered.get(MASTER);
            remembered.forEach((name, value) -> {
                if (name.startsWith(PROPERTY)) {
                    properties.putIfAbsent(name.substring(PROPERTY.length()), value);
                }
            });
        }
    }

    /** Whether a cluster was asked for. */
    boolean isOn() {
        return master != null;
    }

    /**
     * Connects, if a cluster was asked for.
     *
     * @param name of the model
     * @param repeatable see {@link ClusterSettings}
     */
    Optional<Cluster> connect(String name, OptionalInt workers, boolean repeatable) throws ClusterException {
        return isOn()
                ? Optional.of(Clusters.connect(new ClusterSettings(master, name, properties, workers, repeatable)))
                : Optional.empty();
    }
}
