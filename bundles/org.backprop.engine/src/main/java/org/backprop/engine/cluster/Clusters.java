package org.backprop.engine.cluster;

import java.util.ServiceLoader;

/** The clusters that this trainer can connect to. */
public final class Clusters {
    private static final String INSTALL = "the libraries of Apache Spark are not on the class path of this trainer;"
            + " install them with: ./backprop backends install spark";

    private Clusters() {}

    /**
     * Connects to a cluster of Apache Spark.
     *
     * @throws ClusterException if Spark is not installed, or the cluster cannot be reached
     */
    public static Cluster connect(ClusterSettings settings) throws ClusterException {
        ClusterProvider provider = ServiceLoader.load(ClusterProvider.class, Clusters.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new ClusterException(INSTALL));
        try {
            Class.forName(provider.library(), false, Clusters.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new ClusterException(INSTALL, e);
        }
        return provider.connect(settings);
    }
}
