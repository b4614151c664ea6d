package org.backprop.engine.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.ModelWriter;
import org.backprop.model.Shape;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.tensor.Tensor;

import com.google.gson.Gson;

/**
 * A temporary folder from which every contestant takes the same work: {@code model.json} (the resolved model file), {@code
 * features.f32} (row-major little-endian float32), {@code labels.i32} (little-endian int32) and {@code
 * weights.safetensors} (initial parameters, named as in a PyTorch state dict).
 *
 * @param path the folder
 */
public record WorkloadFolder(Path path) implements AutoCloseable {
    /**
     * Writes the work.
     *
     * @param samples least number of samples; rounded up to whole batches
     */
    public static WorkloadFolder create(Workload workload, int samples) throws IOException, DataException {
        WorkloadFolder folder = new WorkloadFolder(Folders.temporary());
        Model model = workload.model();
        Files.writeString(folder.modelFile(), new Gson().toJson(ModelWriter.resolved(model)));
        int count = Math.ceilDiv(samples, workload.batch()) * workload.batch();
        folder.write(workload.network().samples(count));
        Network network =
                Network.compile(model, input(model), BenchKernels.open(KernelsChoice.ND4J, 1), workload.batch());
        folder.write(network.state());
        return folder;
    }

    private static Shape input(Model model) {
        return new Shape(model.network().input());
    }

    private void write(Dataset data) throws IOException {
        ByteBuffer features = littleEndian(data.features().length);
        features.asFloatBuffer().put(data.features());
        Files.write(featuresFile(), features.array());
        ByteBuffer labels = littleEndian(data.labels().length);
        labels.asIntBuffer().put(data.labels());
        Files.write(labelsFile(), labels.array());
    }

    private static ByteBuffer littleEndian(int elements) {
        return ByteBuffer.allocate(Math.multiplyExact(elements, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(List<NamedTensor> parameters) throws IOException {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        for (NamedTensor parameter : parameters) {
            long[] shape =
                    parameter.shape().stream().mapToLong(Integer::longValue).toArray();
            tensors.put(parameter.name(), Tensor.floats(parameter.values(), shape));
        }
        Safetensors.write(weightsFile(), tensors, Map.of("format", "pt"));
    }

    /** The model, as every contestant reads it. */
    public Model model() {
        return ModelReader.read(modelFile()).model().orElseThrow();
    }

    /** The samples in the shape of the network's input, as every contestant reads them. */
    public Dataset data() throws IOException {
        ByteBuffer features =
                ByteBuffer.wrap(Files.readAllBytes(featuresFile())).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer labels = ByteBuffer.wrap(Files.readAllBytes(labelsFile())).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[features.remaining() / Float.BYTES];
        int[] classes = new int[labels.remaining() / Integer.BYTES];
        features.asFloatBuffer().get(values);
        labels.asIntBuffer().get(classes);
        List<String> names = IntStream.rangeClosed(
                        0, IntStream.of(classes).max().orElse(0))
                .mapToObj(Integer::toString)
                .toList();
        return new Dataset(input(model()), values, classes, null, names);
    }

    Path modelFile() {
        return path.resolve("model.json");
    }

    Path featuresFile() {
        return path.resolve("features.f32");
    }

    Path labelsFile() {
        return path.resolve("labels.i32");
    }

    /** The initial parameters. */
    public Path weightsFile() {
        return path.resolve("weights.safetensors");
    }

    /** Deletes the folder and all in it. */
    @Override
    public void close() throws IOException {
        Folders.delete(path);
    }
}
