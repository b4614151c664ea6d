package org.backprop.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.digits.DigitsGenerator;
import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;

/** A network to measure; each has a complete model file among the resources. */
public enum BenchNetwork {
    /** The lecture's multi-layer perceptron 784-128-64-10, as in the sample digits-mlp. */
    MLP(false),
    /** The convolutional network of the lecture's talk on quasi-Newton methods, on 3x32x32 images. */
    CNN(true),
    /** A residual network of CIFAR's size with batch normalization: He et al. 2016, section 4.2, n = 1. */
    RESIDUAL(true),
    /** A classifier that reads a digit as a sequence of 28 rows. */
    LSTM(false);

    private final boolean images;

    BenchNetwork(boolean images) {
        this.images = images;
    }

    /** The name on the command line and in results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The text of the model file. */
    public String text() {
        try (InputStream in = BenchNetwork.class.getResourceAsStream(key() + ".nn.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        Analysis analysis = ModelReader.read(key() + ".nn.yaml", Path.of(""), text(), overrides);
        return analysis.model().orElseThrow(() -> new IllegalStateException("" + analysis.problems()));
    }
}
