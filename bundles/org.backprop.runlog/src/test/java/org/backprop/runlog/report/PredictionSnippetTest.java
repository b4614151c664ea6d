package org.backprop.runlog.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PredictionSnippetTest {
    private static final Path RUN = Path.of("/runs/one");
    private static final Map<String, String> VERSIONS = Map.of("backprop", "0.1.0", "nd4j", "1.0");

    @Test
    void shapeClassesAndDataAreThoseOfTheRun() {
        String text = new PredictionSnippet(
                        RUN, Optional.of(Path.of("/data")), List.of(28, 28), List.of("cat", "dog"), VERSIONS)
                .text();
        assertTrue(text.contains("TrainedNetwork.load(Path.of(\"/runs/one\"), Path.of(\"/data\"));"), text);
        assertTrue(text.contains("new float[28 * 28]; // one sample of shape [28, 28]"), text);
        assertTrue(text.contains("// the class, one of: cat, dog\n"), text);
        assertTrue(text.contains("org.backprop:engine:0.1.0 and org.nd4j:nd4j-native-platform:1.0\n"), text);
    }

    @Test
    void whatIsNotKnownIsAskedOfTheNetworkOrLeftOut() {
        String text = new PredictionSnippet(RUN, Optional.empty(), List.of(), List.of(), Map.of()).text();
        assertTrue(text.contains("new float[network.shape().stream()"), text);
        assertFalse(text.contains("one of"), text);
        assertTrue(text.contains("org.backprop:engine and org.nd4j:nd4j-native-platform\n"), text);
    }

    @Test
    void namesFromTheDataCannotLeaveTheComment() {
        String text = new PredictionSnippet(
                        RUN, Optional.empty(), List.of(1), List.of("a\nSystem.exit(1);", "\\u000ab"), Map.of())
                .text();
        assertTrue(text.contains("// the class, one of: a System.exit(1);, /u000ab\n"), text);
    }
}
