package org.backprop.model.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.backprop.model.Catalogue;
import org.backprop.model.ColorMode;
import org.backprop.model.CsvData;
import org.backprop.model.ImagesData;
import org.backprop.model.Shape;
import org.backprop.model.internal.write.Scalars;
import org.backprop.model.start.Dataset.Classes;
import org.backprop.model.start.Dataset.Numbers;

/**
 * Writes a model file to begin with: the {@code data} section of a data set, and a small network of matching shapes.
 * Images of 14x14 pixels or more get convolutions and pooling until 7 to 13 rows are left, all else dense layers.
 */
public final class StartingModel {

    private static final int LEAST_PICTURE = 7;
    private static final int MOST_FILTERS = 64;
    private static final int FEW_SAMPLES = 50;
    private static final int MANY_SAMPLES = 5_000;

    private final Dataset data;
    private final StringBuilder text = new StringBuilder();

    private StartingModel(Dataset data) {
        this.data = data;
    }

    /** The text of a model file that has no problems where the data is as described. */
    public static String text(Dataset data) {
        StartingModel model = new StartingModel(data);
        model.line("backprop: 1                  # version of this file format").line("");
        model.data();
        model.network();
        model.training();
        return model.text.toString();
    }

    private StartingModel line(String line) {
        text.append(line).append('\n');
        return this;
    }

    private void data() {
        line("data:").line("  " + source());
        if (data.samples() < FEW_SAMPLES) {
            line(
                    "  split: {train: " + data.samples()
                            + ", validation: 0, test: 0}   # too few to hold some out; with more: {train: 0.8, validation: 0.2}");
        } else {
            String amounts =
                    data.testApart() ? "train: 0.9, validation: 0.1" : "train: 0.8, validation: 0.1, test: 0.1";
            line("  split: {" + amounts + (classifies() ? ", stratified: true}" : "}"));
        }
        if (data.shape().isEmpty()) {
            line("  normalize: [one_hot, standardize]   # a column for each text; numbers to mean 0 and deviation 1");
        } else if (data.source() instanceof CsvData) {
            line("  normalize: standardize     # each column to mean 0 and deviation 1, measured on the training set");
        } else {
            line("  normalize: standardize     # mean 0 and deviation 1, measured on the training set");
        }
        line("");
    }

    private String source() {
        return switch (data.source()) {
            case CsvData csv -> {
                List<String> keys = new ArrayList<>(List.of("path: " + Scalars.text(csv.path())));
                String targets =
                        csv.target().stream().map(StartingModel::column).collect(Collectors.joining(", "));
                keys.add("target: " + (csv.target().size() == 1 ? targets : "[" + targets + "]"));
                if (!csv.header()) {
                    keys.add("header: false");
                }
                yield "csv: {" + String.join(", ", keys) + "}";
            }
            case ImagesData images -> {
                List<String> keys = new ArrayList<>(List.of("path: " + Scalars.text(images.path())));
                images.size()
                        .ifPresent(size -> keys.add("size: "
                                + (size.height() == size.width()
                                        ? size.height()
                                        : "[" + size.height() + ", " + size.width() + "]")));
                if (images.color() != ColorMode.RGB) {
                    keys.add("color: " + images.color().name().toLowerCase(Locale.ROOT));
                }
                yield "images: {" + String.join(", ", keys) + "}";
            }
            default ->
                Catalogue.describe(((Record) data.source()).getClass()).key() + ": {path: "
                        + Scalars.text(data.source().path()) + "}";
        };
    }

    private static String column(String name) {
        return name.matches("-?\\d+") ? name : Scalars.text(name);
    }

    private boolean classifies() {
        return data.target() instanceof Classes;
    }

    private int outputs() {
        return switch (data.target()) {
            case Classes classes -> classes.count();
            case Numbers numbers -> numbers.count();
        };
    }

    private void network() {
        line("network:").line("  layers:");
        Shape shape = data.shape().orElse(Shape.of(1));
        int blocks = blocks(shape);
        if (blocks > 0) {
            convolutions(shape, blocks);
        } else {
            if (shape.rank() > 1) {
                line("    - flatten                # " + shape + " -> [" + shape.size() + "]");
            }
            boolean narrow = data.shape().isPresent() && shape.size() < 10;
            line("    - dense: {name: hidden1, units: " + (narrow ? 32 : 64) + ", activation: relu}");
            line("    - dense: {name: hidden2, units: 32, activation: relu}");
        }
        line(
                classifies()
                        ? "    - dense: {name: scores, units: " + outputs()
                                + "}      # one score (logit) for each class"
                        : "    - dense: {name: value, units: " + outputs() + "}       # "
                                + (outputs() == 1 ? "the predicted number" : "one for each column to predict"));
        line("");
    }

    private static int blocks(Shape shape) {
        if (shape.rank() != 3) {
            return 0;
        }
        int least = Math.min(shape.dims().get(1), shape.dims().get(2));
        int blocks = 0;
        while (least >> blocks + 1 >= LEAST_PICTURE) {
            blocks++;
        }
        return blocks;
    }

    private void convolutions(Shape shape, int blocks) {
        int filters = 16;
        for (int i = 1; i <= blocks; i++) {
            line("    - conv2d: {name: conv" + i + ", filters: " + filters
                    + ", kernel: 3, padding: same, activation: relu}");
            line("    - max_pool2d: 2          # -> [" + filters + ", "
                    + (shape.dims().get(1) >> i) + ", " + (shape.dims().get(2) >> i) + "]");
            filters = Math.min(MOST_FILTERS, 2 * filters);
        }
        line("    - flatten");
        line("    - dense: {name: hidden, units: 64, activation: relu}");
    }

    private void training() {
        boolean many = data.samples() > MANY_SAMPLES;
        line("training:");
        line(
                classifies()
                        ? "  loss: cross_entropy        # expects logits"
                        : "  loss: mse                  # mean squared error");
        line("  optimizer: {adam: {learning_rate: 0.001}}");
        line("  batch_size: " + (many ? 64 : 32));
        line("  epochs: " + (many ? 10 : 50));
        if (!classifies()) {
            line("  metrics: [mae, r2]");
        }
    }
}
