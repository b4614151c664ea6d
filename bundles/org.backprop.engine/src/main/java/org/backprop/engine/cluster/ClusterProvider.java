package org.backprop.engine.cluster;

/** Connects to clusters of one kind; found by {@link java.util.ServiceLoader}. */
public interface ClusterProvider {

    /** The class that is there when the libraries of the cluster are. */
    String library();

    /**
     * Connects to a cluster.
     *
     * @throws ClusterException if it cannot be reached
     */
    Cluster connect(ClusterSettings settings) throws ClusterException;
}
