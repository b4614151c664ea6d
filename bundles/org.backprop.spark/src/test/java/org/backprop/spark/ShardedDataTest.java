package org.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

import org.backprop.engine.cluster.ClusterSettings;
import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Progress;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.run.PartTask;
import org.backprop.engine.run.Shards;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.Outcome;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data on file systems that only Hadoop knows, each worker with its shard; the workers are threads of this process. */
class ShardedDataTest {
    private static final int ROWS = 3000;
    private static final int WIDTH = 100;
    private static final float CLOSE = 1e-4f;

    private static SparkCluster cluster;

    @TempDir
    static Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        cluster = (SparkCluster) SparkHome.connect(new ClusterSettings(
                "local[2]",
                "shards",
                Map.of("spark.hadoop.fs.mem.impl", MemoryFiles.class.getName()),
                OptionalInt.empty(),
                true));
        write("table.csv", table());
        write("train-images-idx2-ubyte", images());
        write("train-labels-idx1-ubyte", labels());
    }

    @AfterAll
    static void disconnect() {
        if (cluster != null) {
            cluster.close();
        }
    }

    /** The same on this machine and elsewhere. */
    private static void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        MemoryFiles.FILES.put("/data/" + name, content);
    }

    private static byte[] table() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("a,b,c,y\n");
        for (int i = 0; i < 200; i++) {
            double a = 100 + 10 * random.nextGaussian();
            double b = random.nextGaussian();
            text.append(a).append(',').append(b).append(',').append(i).append(',');
            text.append(b > (a - 100) / 10 ? "up" : "down").append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] idx(int values, int... dims) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {0, 0, 8, (byte) dims.length});
        for (int dim : dims) {
            out.writeInt(dim);
        }
        for (int i = 0; i < values; i++) {
            out.write(dims.length == 1 ? i % 3 : (i / WIDTH % 3 + 1) * (i % WIDTH) % 256);
        }
        return bytes.toByteArray();
    }

    private static byte[] images() throws IOException {
        return idx(ROWS * WIDTH, ROWS, WIDTH);
    }

    private static byte[] labels() throws IOException {
        return idx(ROWS, ROWS);
    }

    private static TrainingTask task(String data, String training) throws Exception {
        Model model = ModelReader.read("sharded.nn.yaml", folder, """
                backprop: 1
                data: {%s, split: {train: 0.8, validation: 0.2}}
                network: {layers: [{dense: {name: hidden, units: 8, activation: tanh}}, {dense: {name: out, units: 3}}]}
                training: {loss: cross_entropy, %s, seed: 5}
                """.formatted(data, training), Map.of())
                .model()
                .orElseThrow();
        return TrainingTask.prepare(
                model, folder, Backends.open(Backends.NATIVE, KernelsChoice.NATIVE, 1, warning -> {}), Progress.NONE);
    }

    private static float[] train(TrainingTask task, boolean onSpark, OptionalInt averageEvery) throws Exception {
        Trainer trainer = task.trainer();
        if (onSpark) {
            trainer.distribute(cluster.distribute(
                    PartTask.of(task, folder, KernelsChoice.NATIVE),
                    workers -> Shards.of(task, workers),
                    averageEvery));
        }
        assertEquals(Outcome.COMPLETED, trainer.run());
        return trainer.network().parameterVector().orElseThrow().toArray();
    }

    /** With full batches, it does not matter which sample is in which part of a batch. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csv: {path: PATH/table.csv, target: y}, normalize: standardize",
                "idx: {path: PATH/train-images-idx2-ubyte}",
                "idx: {path: PATH}"
            })
    void allShardsTogetherAreTheTrainingSetOfOneMachine(String data) throws Exception {
        String training = "batch_size: full, optimizer: {sgd: 0.5}, epochs: 4";
        float[] expected =
                train(task(data.replace("PATH/", "").replace("PATH", "."), training), false, OptionalInt.empty());
        TrainingTask remote = task(data.replace("PATH", MemoryFiles.ROOT + "/data"), training);
        assertArrayEquals(expected, train(remote, true, OptionalInt.empty()), CLOSE);
    }

    @Test
    void eachWorkerReadsItsShardAndNoMoreWhereRowsHaveAFixedPlace() throws Exception {
        TrainingTask task =
                task("idx: {path: " + MemoryFiles.ROOT + "/data}", "batch_size: 100, optimizer: {sgd: 0.5}, epochs: 1");
        MemoryFiles.READ.clear();
        train(task, true, OptionalInt.of(4));
        long[] read = MemoryFiles.READ.entrySet().stream()
                .filter(opened -> opened.getKey().endsWith("train-images-idx2-ubyte"))
                .mapToLong(opened -> opened.getValue().get())
                .toArray();
        assertEquals(2, read.length, MemoryFiles.READ.toString());
        for (long bytes : read) {
            assertTrue(bytes > 0.4 * ROWS * WIDTH && bytes < 0.8 * ROWS * WIDTH, bytes + " bytes");
        }
    }

    @Test
    void aFileThatIsNotThereAndASchemeThatNobodyKnowsAreNamed() {
        DataException absent = assertThrows(
                DataException.class,
                () -> task("csv: {path: " + MemoryFiles.ROOT + "/absent.csv, target: y}", "epochs: 1"));
        assertEquals("mem://test/absent.csv: there is no such file; correct data.csv.path", absent.getMessage());
        for (String address : List.of("gopher://host/a.csv", "s3a://bucket/a.csv", "hdfs://nowhere.invalid/a.csv")) {
            DataException unknown = assertThrows(
                    DataException.class, () -> task("csv: {path: \"" + address + "\", target: y}", "epochs: 1"));
            assertTrue(unknown.getMessage().startsWith(address + ": "), unknown.getMessage());
        }
    }
}
