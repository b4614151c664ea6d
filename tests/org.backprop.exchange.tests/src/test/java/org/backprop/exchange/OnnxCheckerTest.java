package org.backprop.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.backprop.engine.network.RandomLayer;
import org.backprop.exchange.onnx.OnnxExport;
import org.backprop.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are checked by ONNX's own checker. Needs Python with the package onnx, as in Debian's python3-onnx. */
class OnnxCheckerTest {

    private static final String CHECK = """
            import glob, sys, onnx
            files = sorted(glob.glob(sys.argv[1] + "/*.onnx"))
            for file in files:
                model = onnx.load(file)
                onnx.checker.check_model(model, full_check=True)
                sizes = [d.dim_param or d.dim_value for d in model.graph.output[0].type.tensor_type.shape.dim]
                assert sizes[0] == "batch" and all(size > 0 for size in sizes[1:]), (file, sizes)
            print(len(files))
            """;

    @TempDir
    Path folder;

    @Test
    void everyLayerPassesTheChecker() throws Exception {
        assumeTrue(python("import onnx") == 0, "skipped: python3 lacks the package onnx");
        List<String> layers = Networks.layers();
        for (String layer : layers) {
            Model model = new RandomLayer(layer, 1).model();
            OnnxExport.write(
                    Networks.trained(model, Networks.random(model, new Random(1))), folder.resolve(layer + ".onnx"));
        }
        int exitCode = python(CHECK, folder.toString());
        String output = Files.readString(folder.resolve("python.txt"));
        assertEquals(0, exitCode, output);
        assertEquals(Integer.toString(layers.size()), output.strip());
    }

    private int python(String script, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("python3", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("python.txt").toFile());
        builder.command().addAll(List.of(arguments));
        try {
            return builder.start().waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }
}
