package org.backprop.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.engine.bench.Folders;
import org.backprop.engine.cluster.Cluster;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.cluster.ClusterSettings;
import org.backprop.engine.cluster.Clusters;

/** An installation of Spark made of the jars that these tests run with: links to them, where {@code SPARK_HOME} says. */
final class SparkHome {
    /** Two executors, each a process with one core. */
    static final String TWO_PROCESSES = "local-cluster[2,1,1024]";

    private SparkHome() {}

    /** Makes the links. */
    static void install() throws IOException {
        Path jars = Configuration.home().orElseThrow().resolve("jars");
        Folders.delete(jars);
        Files.createDirectories(jars);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                Files.createSymbolicLink(jars.resolve(Path.of(entry).getFileName()), Path.of(entry));
            }
        }
    }

    static Cluster connect(ClusterSettings settings) throws IOException, ClusterException {
        install();
        return Clusters.connect(settings);
    }

    /** The executors that a driver has started: nothing else that it starts is Java. */
    static List<ProcessHandle> executors(ProcessHandle driver) {
        return driver.children()
                .filter(process -> process.info().command().orElse("").contains("java"))
                .toList();
    }
}
