package org.backprop.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.backprop.engine.data.csv.CsvLoader;
import org.backprop.engine.data.idx.IdxLoader;
import org.backprop.model.CsvData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shard has the features of its rows, and the labels of all. */
class ShardTest {
    private static final int ROWS = 500;
    private static final int WIDTH = 300;
    private static final FeatureScale SCALE = new FeatureScale(new float[1], new float[] {1});

    @TempDir
    Path folder;

    private static byte[] idx(int... dims) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {0, 0, 8, (byte) dims.length});
        int values = 1;
        for (int dim : dims) {
            out.writeInt(dim);
            values *= dim;
        }
        for (int i = 0; i < values; i++) {
            out.write((dims.length == 1 ? i : i * 7 + i / WIDTH) % (dims.length == 1 ? 10 : 256));
        }
        return bytes.toByteArray();
    }

    private void write(String name, byte[] bytes, boolean packed) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name + (packed ? ".gz" : "")));
                OutputStream out = packed ? new GZIPOutputStream(file) : file) {
            out.write(bytes);
        }
    }

    private static void assertShard(Source whole, Source part, Shard shard) throws DataException {
        assertArrayEquals(whole.labels(), part.labels());
        Features expected = whole.select(new int[] {0, shard.from(), shard.to() - 1, whole.count() - 1})
                .rows();
        Features found = part.select(new int[] {0, shard.from(), shard.to() - 1, whole.count() - 1})
                .rows();
        float[] expectedRow = new float[expected.width()];
        float[] foundRow = new float[found.width()];
        for (int row = 1; row <= 2; row++) {
            expected.read(row, expectedRow, 0);
            found.read(row, foundRow, 0);
            assertArrayEquals(expectedRow, foundRow);
        }
        for (int row : new int[] {0, 3}) {
            Exception outside = assertThrows(IllegalArgumentException.class, () -> found.read(row, foundRow, 0));
            assertEquals(true, outside.getMessage().contains("is not in the shard"), outside.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofIdxFilesIsReadWithoutTheRowsAround(boolean packed) throws Exception {
        write("train-images-idx2-ubyte", idx(ROWS, WIDTH), packed);
        write("train-labels-idx1-ubyte", idx(ROWS), packed);
        Shard shard = new Shard(123, 377, SCALE);
        assertShard(
                IdxLoader.load(folder, true, Storage.HEAP, Progress.NONE),
                IdxLoader.load(folder, true, shard, Progress.NONE),
                shard);
    }

    @Test
    void ofATableHasItsRows() throws Exception {
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i)
                    .append(",\"")
                    .append(i % 17)
                    .append("\",")
                    .append(i % 3)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        CsvData spec = new CsvData("table.csv", "y", true);
        Shard shard = new Shard(10, 20, SCALE);
        assertShard(
                new SampleTable("whole", CsvLoader.load(file, spec, true, Storage.HEAP, Progress.NONE)),
                new SampleTable("part", CsvLoader.load(file, spec, true, shard, Progress.NONE)),
                shard);
    }
}
