package org.backprop.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Shapes and counts of a network.
 *
 * @param layers one entry a layer, in the order of the model; not empty
 * @param parameters number of trainable parameters
 * @param flops multiplications and additions of the forward pass for one sample
 */
public record NetworkSummary(List<LayerSummary> layers, long parameters, long flops) {

    private static final int TEXT_COLUMNS = 3;
    private static final String GAP = "  ";

    /** Copies the list. */
    public NetworkSummary {
        layers = List.copyOf(layers);
    }

    /** The shape of the network's output for one sample. */
    public Shape output() {
        return layers.getLast().out();
    }

    /** The summary as an aligned text table: a heading, a line a layer, a line of totals; lines end with LF. */
    public String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Layer", "Type", "Output", "Parameters", "FLOPs"));
        rows.add(List.of(Layer.INPUT, "", layers.getFirst().in().toString(), "", ""));
        for (LayerSummary layer : layers) {
            rows.add(List.of(
                    layer.name(),
                    layer.type(),
                    layer.out().toString(),
                    count(layer.parameters()),
                    count(layer.flops())));
        }
        rows.add(List.of("Total", "", "", count(parameters), count(flops)));
        int[] widths = new int[rows.getFirst().size()];
        Arrays.setAll(
                widths,
                column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0));
        StringBuilder table = new StringBuilder();
        rows.forEach(row -> table.append(line(row, widths)).append('\n'));
        return table.toString();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : GAP).append(column < TEXT_COLUMNS ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
