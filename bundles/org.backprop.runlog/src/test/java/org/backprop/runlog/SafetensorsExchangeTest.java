package org.backprop.runlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.safetensors.TensorFile;
import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

/** Our safetensors files against the Python package. */
class SafetensorsExchangeTest {
    @TempDir
    private Path folder;

    @Test
    void filesGoToPythonAndBack() throws Exception {
        Python.assumeImports(folder, "safetensors", "numpy");
        LinkedHashMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("mask", Tensor.bytes(new byte[] {1, 0, -1}, 3));
        tensors.put("hidden.weight", Tensor.floats(new float[] {1, 2, 3, 4, 5, 0.5f}, 2, 3));
        tensors.put("step", Tensor.longs(new long[] {1L << 40}));
        Path ours = folder.resolve("ours.safetensors");
        Path theirs = folder.resolve("theirs.safetensors");
        Safetensors.write(ours, tensors, Map.of("epoch", "3"));

        JsonObject read = Python.json(folder, "safetensors_exchange.py", ours, theirs);
        assertEquals("{\"epoch\":\"3\"}", read.get("metadata").toString());
        JsonObject loaded = read.getAsJsonObject("tensors");
        assertEquals("[\"uint8\",[3],[1,0,255]]", loaded.get("mask").toString());
        assertEquals(
                "[\"float32\",[2,3],[1.0,2.0,3.0,4.0,5.0,0.5]]",
                loaded.get("hidden.weight").toString());
        assertEquals("[\"int64\",[],[1099511627776]]", loaded.get("step").toString());

        TensorFile back = Safetensors.read(theirs);
        assertEquals(Map.of("by", "python"), back.metadata());
        tensors.forEach((name, tensor) -> assertEquals(tensor, back.tensors().get(name)));
        Tensor half = back.tensors().get("half");
        assertEquals(DType.F16, half.dtype());
        assertEquals(-2, half.get(1));
    }
}
