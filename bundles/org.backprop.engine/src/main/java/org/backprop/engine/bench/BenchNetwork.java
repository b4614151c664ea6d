package org.backprop.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;

/** A network to measure; each has a complete model file among the resources. */
public enum BenchNetwork {
    /** The lecture's multi-layer perceptron 784-128-64-10, as in the sample digits-mlp. */
    MLP;

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
