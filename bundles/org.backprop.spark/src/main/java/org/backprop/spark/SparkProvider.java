package org.backprop.spark;

import org.backprop.engine.cluster.Cluster;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.cluster.ClusterProvider;
import org.backprop.engine.cluster.ClusterSettings;

/** Connects to clusters of Apache Spark. This class can be loaded without Spark. */
public final class SparkProvider implements ClusterProvider {
    @Override
    public String library() {
        return "org.apache.spark.SparkContext";
    }

    @Override
    public Cluster connect(ClusterSettings settings) throws ClusterException {
        return SparkCluster.connect(settings);
    }
}
