package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferTest {

    private static final String LAYERS =
            "[flatten, {dense: {name: hidden, units: 5}}, {dense: {name: out, units: 10}}]";

    @TempDir
    Path folder;

    private static String text(String keys) {
        return Texts.SHORT
                .replace("[flatten, {dense: 10}]", LAYERS)
                .replace("network:\n", "network:\n  " + keys + "\n");
    }

    @Test
    void namesWhatIsTakenAndWhatIsFrozen() {
        Model model = Texts.model(text(
                "weights: w.safetensors\n  mapping: {hidden: fc1, out.bias: fc2.bias}\n  freeze: [h*, flatten_1]"));
        assertEquals(
                Map.of("hidden", "fc1", "out.bias", "fc2.bias"), model.network().mapping());
        assertEquals(Set.of("flatten_1", "hidden"), model.network().frozen());
    }

    @Test
    void oneFrozenLayerNeedsNoList() {
        assertEquals(
                Set.of("hidden"), Texts.model(text("freeze: hidden")).network().frozen());
    }

    @ParameterizedTest
    @CsvSource({
        "conv*, conv1, true",
        "conv*, my_conv, false",
        "*, x, true",
        "c?n, con, true",
        "c?n, cn, false",
        "*a*b, xaxxb, true",
        "*a*b, xaxx, false"
    })
    void patternsStandForNames(String pattern, String name, boolean matches) {
        assertEquals(matches, new LayerPattern(pattern).matches(name));
    }

    @Test
    void aPatternOfManyStarsIsFast() {
        assertFalse(new LayerPattern("*a".repeat(50) + "*b").matches("a".repeat(100)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "freeze: [‹hiden›] | UNKNOWN_NAME | there is no layer \"hiden\": did you mean hidden?",
                "freeze: ‹conv*› | UNKNOWN_NAME | known are flatten_1, hidden, out",
                "freeze: [‹{a: b}›] | WRONG_TYPE | freeze must be a list of layer names, is a mapping",
                "‹freeze›: ['*'] | INCONSISTENT | leaves no layer with parameters to train",
                "‹mapping›: {hidden: fc1} | MISSING | mapping needs the key weights",
                "{weights: w, mapping: {‹hiden›: fc1}} | UNKNOWN_NAME | did you mean hidden?",
                "{weights: w, mapping: {‹outt.bias›: fc1.bias}} | UNKNOWN_NAME | did you mean out?",
                "{weights: w, mapping: {hidden: ‹[a]›}} | WRONG_TYPE | a name in the file for each layer or tensor, is a list",
                "{weights: w, mapping: ‹fc1›} | WRONG_TYPE | mapping must be a mapping of keys to values",
            })
    void pointsToTheCause(String keys, Code code, String message) {
        String lines = keys.startsWith("{")
                ? keys.substring(1, keys.length() - 1).replace("w, mapping", "w\n  mapping")
                : keys;
        Expect.problem(code, text(lines), message);
    }

    private void writeWeights(String header) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        Files.write(folder.resolve("w.safetensors"), bytes.array());
    }

    private List<Problem> problems(String theirs) {
        String text = text("weights: w.safetensors\n  mapping: {hidden: " + theirs + "}");
        return ModelReader.read("test.nn.yaml", folder, text, Map.of()).problems();
    }

    @Test
    void namesInTheFileAreChecked() throws IOException {
        writeWeights(
                "{\"__metadata__\":{\"format\":\"pt\"},\"net.fc1.weight\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
        assertEquals(List.of(), problems("net.fc1"));
        Problem problem = problems("net.fc2").getFirst();
        assertEquals("UNKNOWN_NAME", problem.code());
        assertEquals(5, problem.position().line());
        assertTrue(problem.message().contains("\"net.fc2\": did you mean net.fc1?"), problem.message());
    }

    @Test
    void aFileThatHoldsNoWeightsIsReportedAtItsName() throws IOException {
        Files.writeString(folder.resolve("w.safetensors"), "not at all weights");
        Problem problem = problems("fc1").getFirst();
        assertEquals("DATA_UNREADABLE", problem.code());
        assertEquals(4, problem.position().line());
    }

    @Test
    void aFileThatIsNotThereIsAWarning() {
        List<Problem> problems = problems("fc1");
        assertEquals(
                List.of("DATA_NOT_FOUND"), problems.stream().map(Problem::code).toList());
        assertEquals(Severity.WARNING, problems.getFirst().severity());
    }
}
