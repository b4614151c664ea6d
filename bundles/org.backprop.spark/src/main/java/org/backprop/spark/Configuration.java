package org.backprop.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.spark.SparkConf;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.cluster.ClusterSettings;

/** The properties of Spark that a training or sweep needs, under those that the user has set. */
final class Configuration {
    /** Keeps the logging of Spark away from the user, where Spark is on the class path. */
    static final String LOG_KEY = "log4j2.configurationFile";

    static final String LOG_FILE = "classpath:org-backprop-spark-log.properties";

    /** The same as an option of a Java process. */
    static final String NO_LOG = "-D" + LOG_KEY + "=" + LOG_FILE;

    private static final String LOOPBACK = "127.0.0.1";

    private Configuration() {}

    static SparkConf of(ClusterSettings settings, Master master) throws ClusterException {
        SparkConf conf = new SparkConf().setMaster(master.url()).setAppName("backprop " + settings.name());
        conf.set("spark.ui.enabled", "false")
                .set("spark.broadcast.compress", "false")
                .set("spark.shuffle.compress", "false")
                .set("spark.speculation", Boolean.toString(settings.repeatable()));
        if (settings.repeatable() && master.cores().isPresent()) {
            conf.set("spark.task.cpus", Integer.toString(master.cores().getAsInt()));
        }
        List<String> jars = jars();
        if (master.isHere()) {
            conf.set(Scratch.KEY, scratch())
                    .set("spark.driver.host", LOOPBACK)
                    .set("spark.driver.bindAddress", LOOPBACK)
                    .set("spark.executor.extraClassPath", classPath(jars));
        } else {
            conf.set("spark.jars", String.join(",", jars));
        }
        if (master.isProcesses()) {
            requireHome();
            conf.set("spark.executorEnv.SPARK_SCALA_VERSION", "2.13")
                    .set("spark.executorEnv.JAVA_HOME", System.getProperty("java.home"));
        }
        settings.options().forEach(conf::set);
        return conf;
    }

    private static String scratch() throws ClusterException {
        try {
            return Scratch.folder().toString();
        } catch (IOException e) {
            throw new ClusterException("no folder for temporary files can be made: " + e.getMessage(), e);
        }
    }

    /** Spark's own jars come first, as on the executors of a cluster, and as in the driver. */
    private static String classPath(List<String> jars) {
        Stream<String> spark = home().map(home -> home.resolve("jars") + File.separator + "*").stream();
        return Stream.concat(spark, jars.stream()).collect(Collectors.joining(File.pathSeparator));
    }

    /** Where Spark is installed: the environment's {@code SPARK_HOME}. */
    static Optional<Path> home() {
        return Optional.ofNullable(System.getenv("SPARK_HOME")).map(Path::of);
    }

    private static void requireHome() throws ClusterException {
        if (home().filter(home -> Files.isDirectory(home.resolve("jars"))).isEmpty()) {
            throw new ClusterException("local-cluster starts executors from the jars of Spark, but SPARK_HOME is "
                    + home().map(home -> home + ", which has no folder jars").orElse("not set"));
        }
    }

    /** The class path of this trainer without Spark's own jars, which executors have. */
    private static List<String> jars() {
        Optional<String> spark = home().map(home -> home.resolve("jars").toAbsolutePath() + File.separator);
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .filter(entry -> spark.filter(entry::startsWith).isEmpty())
                .toList();
    }
}
