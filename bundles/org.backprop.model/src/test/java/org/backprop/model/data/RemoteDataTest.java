package org.backprop.model.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data whose path begins with a scheme. */
class RemoteDataTest {
    @TempDir
    Path folder;

    private Analysis read(String data, String training) {
        String text = """
                backprop: 1
                data: {%s}
                network: {input: [4], layers: [{dense: {units: 3}}]}
                training: {loss: cross_entropy%s}
                """.formatted(data, training);
        return ModelReader.read("remote.nn.yaml", folder, text, Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hdfs://host:8020/data/train.csv", "s3a://bucket/train.csv", "file:///data/train.csv", "mem:/a b"
            })
    void aTableIsNotLookedForOnThisMachine(String path) {
        boolean space = path.contains(" ");
        Analysis analysis = read("csv: {path: \"" + path + "\", target: y}", "");
        assertEquals(space, analysis.hasErrors(), path);
        if (!space) {
            assertEquals(List.of(), analysis.problems());
            assertTrue(analysis.model().orElseThrow().data().isRemote());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:/data/train.csv", "data/train.csv", "/data/train.csv"})
    void aPathOfAMachineIsNotRemote(String path) {
        assertFalse(RemotePath.is(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "images: hdfs://host/faces | '' | only csv and idx",
                "npz: {path: hdfs://host/faces.npz} | '' | only csv and idx",
                "csv: hdfs://host/a.csv, normalize: one_hot | '' | one_hot needs all rows",
                "csv: hdfs://host/a.csv, reconstruct: true | '' | remove reconstruct",
                "csv: hdfs://host/a.csv, augmentation: mixup | '' | mixup and cutmix mix any two samples",
                "idx: hdfs://host/mnist | ', order: weighted' | use shuffle or sequential"
            })
    void whatCannotBeReadInShardsIsReportedWhereItStands(String data, String training, String message) {
        Analysis analysis = read(data, training);
        List<Problem> found = analysis.problems().stream()
                .filter(problem -> problem.message().contains(message))
                .toList();
        assertEquals(1, found.size(), analysis.problems().toString());
        assertTrue(found.getFirst().position().line() > 1);
    }

    @Test
    void anAddressThatIsNoneIsAnErrorAtThePath() {
        Analysis analysis = read("csv: {path: \"hdfs://host/%zz\", target: y}", "");
        assertTrue(analysis.hasErrors());
        assertTrue(analysis.problems().getFirst().message().contains("hdfs://host/%zz"));
    }
}
