package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

class SparkOptionsTest {
    private static SparkOptions options(String... arguments) {
        SparkOptions options = new SparkOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("spark", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs(arguments);
        return options;
    }

    @Test
    void aClusterIsRecalledWithItsProperties() {
        Map<String, String> remembered = options(
                        "--spark", "spark://a:7077", "--spark-conf", "spark.executor.memory=4g")
                .remembered();
        SparkOptions resumed = options();
        resumed.recall(remembered);
        assertEquals(remembered, resumed.remembered());
        assertEquals("4g", remembered.get("spark_conf.spark.executor.memory"));
    }

    @Test
    void anotherClusterThatIsAskedForTakesItsPlace() {
        Map<String, String> remembered = options(
                        "--spark", "spark://a:7077", "--spark-conf", "spark.executor.memory=4g")
                .remembered();
        SparkOptions resumed = options("--spark", "local[2]");
        resumed.recall(remembered);
        assertEquals(Map.of("spark", "local[2]"), resumed.remembered());
    }

    @Test
    void nothingIsRecalledOfASweepOnThisMachine() {
        SparkOptions resumed = options();
        resumed.recall(Map.of("backend", "native"));
        assertEquals(Map.of(), resumed.remembered());
    }
}
