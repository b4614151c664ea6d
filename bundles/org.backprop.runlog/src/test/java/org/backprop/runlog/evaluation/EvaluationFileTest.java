package org.backprop.runlog.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.safetensors.Safetensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationFileTest {
    @TempDir
    Path folder;

    @Test
    void aClassificationIsReadAsItWasWritten() throws IOException {
        EvaluationRecord plain =
                Evaluations.classes(new int[] {0, 1}, new float[] {0.9f, 0.1f}, new float[] {0.8f, 0.2f});
        SampleInputs inputs = new SampleInputs(List.of(1, 2, 2), List.of(), new int[] {1}, new float[] {0, 0.5f, 1, 0});
        EvaluationRecord written = new EvaluationRecord(
                plain.set(),
                plain.outputs(),
                plain.labels(),
                plain.predicted(),
                plain.targets(),
                plain.losses(),
                new int[] {3, 7},
                inputs);
        Path file = EvaluationFile.in(new RunFolder(folder), "test", "best");
        EvaluationFile.write(file, written);
        EvaluationRecord read = EvaluationFile.read(file);
        assertEquals(plain.set(), read.set());
        assertArrayEquals(plain.outputs(), read.outputs());
        assertArrayEquals(plain.labels(), read.labels());
        assertArrayEquals(new int[] {0, 0}, read.predicted());
        assertArrayEquals(plain.losses(), read.losses());
        assertArrayEquals(new int[] {3, 7}, read.samples());
        assertTrue(read.inputs().arePictures());
        assertArrayEquals(new float[] {0, 0.5f, 1, 0}, read.inputs().of(1).orElseThrow());
        assertTrue(read.inputs().of(0).isEmpty());
        assertArrayEquals(new int[] {1}, Misses.all(read));
        assertArrayEquals(new int[] {1}, Misses.ofCell(read, 1, 0));
    }

    @Test
    void aRegressionIsReadAsItWasWritten() throws IOException {
        EvaluationRecord written = Evaluations.numbers(new float[] {1, 2}, new float[] {1.5f, 2});
        Path file = folder.resolve("numbers.safetensors");
        EvaluationFile.write(file, written);
        EvaluationRecord read = EvaluationFile.read(file);
        assertFalse(read.set().classifies());
        assertArrayEquals(new float[] {1, 2}, read.targets());
        assertArrayEquals(new float[] {1.5f, 2}, read.outputs());
    }

    @Test
    void otherFilesAreRefusedWithTheirName() throws IOException {
        Path weights = folder.resolve("weights.safetensors");
        Safetensors.write(weights, new LinkedHashMap<>(), Map.of());
        IOException refused = assertThrows(IOException.class, () -> EvaluationFile.read(weights));
        assertTrue(refused.getMessage().contains("weights.safetensors: not an evaluation"), refused.getMessage());
        Path text = Files.writeString(folder.resolve("text"), "no tensors");
        assertThrows(IOException.class, () -> EvaluationFile.read(text));
    }

    @Test
    void oneOutputStandsForTheSecondOfTwoClasses() {
        EvaluatedSet set = new EvaluatedSet("test", "best", 0, 2, 1, true, List.of("no", "yes"));
        EvaluationRecord record = new EvaluationRecord(
                set,
                new float[] {0.25f, 0.75f},
                new int[] {0, 1},
                new int[] {0, 1},
                new float[0],
                new float[2],
                new int[] {0, 1},
                SampleInputs.NONE);
        assertArrayEquals(new float[] {0.75f, 0.25f}, record.scores(0));
        assertArrayEquals(new float[] {0.25f, 0.75f}, record.scores(1));
    }

    @Test
    void classesWithoutANameAreRefused() {
        EvaluationRecord good = Evaluations.classes(new int[] {0}, new float[] {0.9f, 0.1f});
        assertThrows(
                IllegalArgumentException.class,
                () -> new EvaluationRecord(
                        good.set(),
                        good.outputs(),
                        new int[] {2},
                        good.predicted(),
                        good.targets(),
                        good.losses(),
                        good.samples(),
                        good.inputs()));
    }
}
