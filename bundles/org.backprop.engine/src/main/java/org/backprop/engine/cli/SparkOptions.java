package org.backprop.engine.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
