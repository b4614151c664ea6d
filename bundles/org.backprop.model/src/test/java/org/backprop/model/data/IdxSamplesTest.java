package org.backprop.model.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxSamplesTest {

    @TempDir
    Path folder;

    private static byte[] idx(int type, int[] dims, byte[] elements) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(type << 8 | dims.length);
        for (int dim : dims) {
            out.writeInt(dim);
        }
        out.write(elements);
        return bytes.toByteArray();
    }

    private IdxSamples read(byte[] images, byte[] labels) throws IOException {
        Path file = Files.write(folder.resolve("train-images-idx3-ubyte"), images);
        Path beside = folder.resolve("train-labels-idx1-ubyte.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(beside))) {
            out.write(labels);
        }
        return IdxSamples.read(new IdxFiles(file, beside), 2);
    }

    @Test
    void theFirstPicturesAndTheNumberOfClassesAreRead() throws IOException {
        byte[] pixels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        IdxSamples samples = read(idx(8, new int[] {3, 2, 2}, pixels), idx(8, new int[] {3}, new byte[] {4, 0, 6}));
        assertEquals(OptionalInt.of(7), samples.classes());
        assertEquals(List.of(4, 0), samples.labels());
        assertEquals(2, samples.pictures().size());
        assertArrayEquals(Arrays.copyOfRange(pixels, 4, 8), samples.pictures().get(1));
    }

    @Test
    void samplesThatAreNoPicturesOfBytesHaveNone() throws IOException {
        IdxSamples samples = read(idx(13, new int[] {1, 1, 1}, new byte[4]), idx(13, new int[] {1}, new byte[4]));
        assertEquals(OptionalInt.empty(), samples.classes());
        assertEquals(List.of(), samples.pictures());
    }

    @Test
    void truncatedLabelsAreNamed() throws IOException {
        byte[] labels = idx(8, new int[] {3}, new byte[] {4});
        byte[] images = idx(8, new int[] {3, 1, 1}, new byte[3]);
        DataFormatException e = assertThrows(DataFormatException.class, () -> read(images, labels));
        assertEquals(folder.resolve("train-labels-idx1-ubyte.gz") + " is truncated", e.getMessage());
    }
}
