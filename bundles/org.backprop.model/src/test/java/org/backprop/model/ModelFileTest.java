package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    @TempDir
    Path folder;

    private Path write(byte... bytes) throws IOException {
        return Files.write(folder.resolve("my net.nn.yaml"), bytes);
    }

    private static Problem only(Analysis analysis) {
        assertEquals(1, analysis.problems().size(), analysis.problems()::toString);
        return analysis.problems().getFirst();
    }

    @Test
    void namesTheModelByTheFile() throws IOException {
        Path file = write(Texts.SHORT.getBytes(StandardCharsets.UTF_8));
        assertEquals("my net", ModelReader.read(file).model().orElseThrow().name());
    }

    @Test
    void reportsAFileThatIsNotThere() {
        Problem problem = only(ModelReader.read(folder.resolve("none.nn.yaml")));
        assertEquals("FILE_UNREADABLE", problem.code());
        assertEquals("there is no such file", problem.message());
    }

    @Test
    void reportsAFolder() {
        assertTrue(only(ModelReader.read(folder)).message().contains("this is a folder"));
    }

    @Test
    void reportsTheByteOffsetOfInvalidUtf8() throws IOException {
        Problem problem = only(ModelReader.read(write((byte) 'a', (byte) 0xC3, (byte) 0xA4, (byte) '\n', (byte) 0xFF)));
        assertEquals("NOT_TEXT", problem.code());
        assertEquals(new Position(2, 1, 3, 0), problem.position());
        assertTrue(problem.message().contains("0xFF at offset 4"), problem.message());
    }

    @Test
    void reportsATruncatedUtf8Sequence() throws IOException {
        Problem problem = only(ModelReader.read(write((byte) 'a', (byte) 0xE2, (byte) 0x82)));
        assertTrue(problem.message().contains("0xE2 at offset 1"), problem.message());
    }

    @Test
    void refusesAFileOfFiftyMegabytes() throws IOException {
        Path file = folder.resolve("huge.nn.yaml");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(50L << 20);
        }
        assertEquals("TOO_LARGE", only(ModelReader.read(file)).code());
    }

    @Test
    void warnsOfDataAndWeightsThatAreNotThere() throws IOException {
        String text = Texts.SHORT
                .replace("data: digits", "data: {csv: a.csv}")
                .replace("network:", "network:\n  weights: w.safetensors");
        Analysis analysis = ModelReader.read(write(text.getBytes(StandardCharsets.UTF_8)));
        assertTrue(analysis.model().isPresent());
        assertEquals(2, analysis.problems().size());
        assertTrue(analysis.problems().stream().allMatch(p -> p.code().equals("DATA_NOT_FOUND")));
    }

    @Test
    void infersTheInputFromTheHeaderOfTheData() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y,label\n1,2,0\n");
        String text = Texts.SHORT.replace("data: digits", "data: {csv: a.csv}");
        Analysis analysis = ModelReader.read(write(text.getBytes(StandardCharsets.UTF_8)), Map.of());
        assertEquals(
                Shape.of(2),
                analysis.network().orElseThrow().layers().getFirst().in());
    }

    @Test
    void reportsATargetThatIsNoColumn() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y,label\n1,2,0\n");
        String text = Texts.SHORT.replace("data: digits", "data: {csv: {path: a.csv, target: lable}}");
        Problem problem = only(ModelReader.read("t", folder, text, Map.of()));
        assertEquals("UNKNOWN_NAME", problem.code());
        assertEquals(text.indexOf("lable"), problem.position().offset());
        assertTrue(problem.message().endsWith("did you mean label?"), problem.message());
    }
}
