package org.backprop.runlog.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;

/** Hyperparameters and graph in event files; what TensorBoard makes of them is tested with the command line. */
class DescriptionTest {
    private static final int NUMBER = 2;
    private static final int TEXT = 3;
    private static final int TRUTH = 4;

    @TempDir
    private Path folder;

    @Test
    void aRunWithADescriptionIsReadWithoutAProblemAndWithoutTagsOfItsOwn() throws IOException {
        try (EventWriter writer = EventWriter.create(folder)) {
            writer.hyperparameters(map("training.epochs", "3"));
            writer.graph(List.of(new GraphNode("input", "Placeholder", List.of(), List.of(2), map("a", "b"))));
            writer.scalar("loss/train", 1, 0.5f);
            writer.ended(true);
        }
        RunSnapshot run = RunReader.read(folder);
        assertEquals(List.of(), run.problems());
        assertEquals(1, run.scalars().size());
        assertEquals(0, run.tensors().size());
    }

    @Test
    void valuesAreNumbersTruthsAndTexts() throws IOException {
        SequencedMap<String, String> values = map("rate", "1e-8");
        values.put("shuffle", "true");
        values.put("loss", "nll");
        values.put("size", "3d");
        values.put("bound", "Infinity");
        UnknownFieldSet start = message(UnknownFieldSet.parseFrom(HparamsMessage.start(values, 7)), 3);
        List<Integer> kinds = start.getField(1).getLengthDelimitedList().stream()
                .map(DescriptionTest::kind)
                .toList();
        assertEquals(List.of(NUMBER, TRUTH, TEXT, TEXT, TEXT), kinds);
    }

    @Test
    void theGraphHasANodeForEachLayerWithItsInputsAndAnyBatch() throws IOException {
        List<GraphNode> nodes = List.of(
                new GraphNode("input", "Placeholder", List.of(), List.of(2), map("a", "b")),
                new GraphNode("sum", "add", List.of("input", "input"), List.of(2), map("a", "b")));
        UnknownFieldSet graph = UnknownFieldSet.parseFrom(GraphMessage.of(nodes));
        assertEquals(2, graph.getField(1).getLengthDelimitedList().size());
        UnknownFieldSet sum = UnknownFieldSet.parseFrom(
                graph.getField(1).getLengthDelimitedList().get(1));
        assertEquals("sum", sum.getField(1).getLengthDelimitedList().getFirst().toStringUtf8());
        assertEquals(2, sum.getField(3).getLengthDelimitedList().size());
        UnknownFieldSet shape = message(message(message(message(sum, 5), 2), 1), 7);
        assertEquals(2, shape.getField(2).getLengthDelimitedList().size());
        assertEquals(-1, message(shape, 2).getField(1).getVarintList().getFirst());
    }

    private static int kind(ByteString entry) {
        try {
            UnknownFieldSet value = message(UnknownFieldSet.parseFrom(entry), 2);
            assertTrue(value.asMap().size() == 1, value::toString);
            return value.asMap().keySet().iterator().next();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static UnknownFieldSet message(UnknownFieldSet outer, int field) throws IOException {
        return UnknownFieldSet.parseFrom(
                outer.getField(field).getLengthDelimitedList().getFirst());
    }

    private static SequencedMap<String, String> map(String key, String value) {
        SequencedMap<String, String> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }
}
