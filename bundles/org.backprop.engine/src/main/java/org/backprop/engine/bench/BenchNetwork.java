package org.backprop.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.digits.DigitsGenerator;
import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;

/**
 * A network to measure.
 *
 * @param key the name on the command line and in results
 * @param images whether it reads images of CIFAR's size rather than digits
 * @param text the text of its model file
 */
public record BenchNetwork(String key, boolean images, String text) implements Named {
    /** The lecture's multi-layer perceptron 784-128-64-10, as in the sample digits-mlp. */
    public static final BenchNetwork MLP = new BenchNetwork("mlp", false, resource("mlp"));

    /** The convolutional network of the lecture's talk on quasi-Newton methods, on 3x32x32 images. */
    public static final BenchNetwork CNN = new BenchNetwork("cnn", true, resource("cnn"));

    /** A residual network of CIFAR's size with batch normalization: He et al. 2016, section 4.2, n = 1. */
    public static final BenchNetwork RESIDUAL = new BenchNetwork("residual", true, resource("residual"));

    /** A classifier that reads a digit as a sequence of 28 rows. */
    public static final BenchNetwork LSTM = new BenchNetwork("lstm", false, resource("lstm"));

    /** The networks that a comparison is about. */
    public static List<BenchNetwork> main() {
        return List.of(MLP, CNN, RESIDUAL, LSTM);
    }

    /** A small network around each type of layer and each activation function. */
    public static List<BenchNetwork> members() {
        return LayerNetworks.ALL;
    }

    /** All networks. */
    public static List<BenchNetwork> all() {
        List<BenchNetwork> all = new ArrayList<>(main());
        all.addAll(members());
        return all;
    }

    /**
     * The network of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BenchNetwork of(String key) {
        return Named.find("network", all(), key);
    }

    /** The text of the model file of this name among the resources. */
    static String resource(String name) {
        try (InputStream in = BenchNetwork.class.getResourceAsStream(name + ".nn.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether training draws random numbers, so that two contestants cannot reach the same losses. */
    boolean isRandom() {
        return text.contains("dropout:");
    }

    /** Samples for this network: generated images in place of CIFAR's, or digits. */
    Dataset samples(int count) throws DataException {
        return images
                ? GeneratedImages.generate(count)
                : new DigitsGenerator(1).generate(IntStream.range(0, count).toArray(), true, (done, total) -> {});
    }

    /** The model for one combination; samples come in the order of the data. */
    Model model(BenchOptimizer optimizer, int batch) {
        Map<String, String> overrides = Map.of(
                "training.optimizer",
                optimizer.yaml(),
                "training.batch_size",
                Integer.toString(batch),
                "training.epochs",
                "1000000",
                "training.shuffle",
                "false");
        Analysis analysis = ModelReader.read(key + ".nn.yaml", Path.of(""), text, overrides);
        return analysis.model().orElseThrow(() -> new IllegalStateException("" + analysis.problems()));
    }

    @Override
    public String toString() {
        return key;
    }
}
