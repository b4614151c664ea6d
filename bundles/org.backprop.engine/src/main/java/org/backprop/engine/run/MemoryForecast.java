package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.backprop.engine.data.DataLoader;
import org.backprop.engine.network.NetworkMemory;
import org.backprop.engine.train.TrainingBytes;
import org.backprop.model.Batching;
import org.backprop.model.Model;
import org.backprop.model.Shape;
import org.backprop.model.data.DataInfo;
import org.backprop.model.data.DataProbe;

/** The memory that a training will need, by the headers of its data, before anything is read or allocated. */
public final class MemoryForecast {
    private MemoryForecast() {}

    /**
     * Estimates.
     *
     * @param folder where the paths in the model start
     * @return empty if the headers of the data do not tell the shape and number of samples
     */
    public static Optional<MemoryEstimate> of(Model model, Path folder) {
        try {
            return model.data().isRemote()
                    ? Optional.empty()
                    : of(model, folder, DataProbe.probe(model.data().source(), folder));
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<MemoryEstimate> of(Model model, Path folder, DataInfo data) {
        Optional<Shape> given = Optional.of(model.network().input())
                .filter(dims -> !dims.isEmpty())
                .map(Shape::new);
        Optional<Shape> input = given.or(data::shape);
        if (input.isEmpty() || data.samples().isEmpty() && model.training().fullBatch()) {
            return Optional.empty();
        }
        long samples = data.samples().orElse(0);
        int batch = Batching.batchSize(
                model.training(), (int) Math.min(Integer.MAX_VALUE, samples == 0 ? Integer.MAX_VALUE : samples));
        NetworkMemory network = NetworkMemory.of(model, input.get(), batch);
        boolean streams = DataLoader.streams(model.data(), folder);
        long values = streams ? 0 : samples * input.get().size();
        return Optional.of(MemoryEstimate.of(
                network, TrainingBytes.of(model.training(), network), batch, Float.BYTES * (values + samples)));
    }
}
