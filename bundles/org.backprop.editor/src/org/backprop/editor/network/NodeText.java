package org.backprop.editor.network;

import java.util.Locale;
import java.util.stream.Collectors;

import org.backprop.editor.network.draw.Tint;
import org.backprop.editor.network.graph.Diagram.Box;
import org.backprop.editor.network.graph.NetworkGraph;
import org.backprop.editor.network.graph.Node;
import org.backprop.model.Problem;
import org.eclipse.osgi.util.NLS;

/** Nodes and totals in words: for tooltips, for screen readers, for the line below the diagram. */
final class NodeText {
    private static final double KILO = 1000;
    private static final int FLOAT_BYTES = 4;
    /** Parameters, gradients and two moments of the optimizer. */
    private static final int COPIES = 4;

    private NodeText() {}

    /**
     * A node in words.
     *
     * @param tint what was measured; null for nothing
     */
    static String of(Box box, Tint tint) {
        Node node = box.node();
        StringBuilder text = new StringBuilder(node.isInput() ? Messages.input : node.title() + " " + node.name());
        add(text, node.detail());
        add(text, node.shape().isEmpty() || node.isInput() ? "" : NLS.bind(Messages.output, node.shape()));
        add(text, node.isInput() ? node.shape() : "");
        add(text, node.parameters() > 0 ? NLS.bind(Messages.parameters, number(node.parameters())) : "");
        add(text, tint == null ? "" : tint.text(node));
        add(text, node.problems().stream().map(Problem::message).distinct().collect(Collectors.joining("\n")));
        return text.toString();
    }

    private static void add(StringBuilder text, String line) {
        if (!line.isEmpty()) {
            text.append('\n').append(line);
        }
    }

    /** Layers, parameters, FLOPs and memory of a network. */
    static String totals(NetworkGraph graph) {
        int layers = graph.nodes().size() - 1;
        String count = NLS.bind(layers == 1 ? Messages.layer : Messages.layers, number(layers));
        if (graph.parameters() < 0) {
            return NLS.bind(Messages.totals_unknown, count);
        }
        double bytes = (double) FLOAT_BYTES
                * (COPIES * graph.parameters() + 2.0 * graph.activations() * Math.max(1, graph.batchSize()));
        return NLS.bind(Messages.totals, new Object[] {
            count,
            number(graph.parameters()),
            scaled(graph.flops()),
            NLS.bind(
                    graph.batchSize() > 0 ? Messages.memory_batch : Messages.memory_sample,
                    bytes(bytes),
                    graph.batchSize())
        });
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String scaled(long count) {
        String[] units = {"", " k", " M", " G", " T"};
        int unit = 0;
        double value = count;
        while (value >= KILO && unit < units.length - 1) {
            value /= KILO;
            unit++;
        }
        return (unit == 0 ? Long.toString(count) : String.format(Locale.ROOT, "%.1f", value)) + units[unit];
    }

    private static String bytes(double bytes) {
        double mega = bytes / (1 << 20);
        return mega < KILO
                ? String.format(Locale.ROOT, mega < 10 ? "%.1f MiB" : "%.0f MiB", mega)
                : String.format(Locale.ROOT, "%.1f GiB", mega / 1024);
    }
}
