package org.backprop.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.backprop.model.ModelWriter;
import org.backprop.model.edit.Graph.Node;
import org.junit.jupiter.api.Test;

/** Thousands of edits of commented texts, each compared to the same done by hand on the layers. */
class RandomEditsTest {
    private static final int EDITS = 1_000;
    private static final List<String> NEW = List.of("dense: 3", "dropout: {rate: 0.5}", "flatten", "dense: {units: 2}");

    private final Random random = new Random(7);
    private int done;

    private interface Edit {
        List<TextChange> on(ModelEdit edit) throws EditRefusedException;
    }

    @Test
    void everyEditDoesWhatItSaysAndLeavesTheOtherLinesAlone() {
        List<String> texts = Nasty.texts();
        for (int i = 0; i < EDITS; i++) {
            String text = texts.get(i % texts.size());
            for (int depth = 0; depth < 3; depth++) {
                text = edit(text);
            }
        }
        assertTrue(done > EDITS * 2, done + " edits were not refused");
    }

    private String edit(String text) {
        Graph graph = Graph.of(text);
        if (graph.nodes.isEmpty()) {
            return insert(text, graph);
        }
        return switch (random.nextInt(6)) {
            case 0 -> insert(text, graph);
            case 1 -> remove(text, graph);
            case 2 -> move(text, graph);
            case 3 -> rename(text, graph);
            case 4 -> connect(text, graph);
            default -> set(text, graph);
        };
    }

    private String insert(String text, Graph graph) {
        int at = random.nextInt(graph.nodes.size() + 1);
        String yaml = NEW.get(random.nextInt(NEW.size()));
        Node node = Graph.of("network: {layers: [" + (yaml.contains(":") ? "{" + yaml + "}" : yaml) + "]}")
                .nodes
                .getFirst();
        return check(text, edit -> edit.insert(new LayerPlace("", at), yaml), graph, g -> g.nodes.add(at, node), 0);
    }

    private String remove(String text, Graph graph) {
        int at = random.nextInt(graph.nodes.size());
        return check(
                text,
                edit -> edit.removeLayers(List.of(graph.name(at))),
                graph,
                g -> removeByHand(g, at),
                Integer.MAX_VALUE);
    }

    private static void removeByHand(Graph graph, int at) {
        Node gone = graph.nodes.get(at);
        Node source = graph.source(at);
        Node before = graph.before(at);
        if (at + 1 < graph.nodes.size() && graph.nodes.get(at + 1).inputs == null && source != before) {
            graph.nodes.get(at + 1).inputs = new ArrayList<>(List.of(source));
        }
        graph.nodes.forEach(node -> {
            if (node.inputs != null) {
                node.inputs.replaceAll(input -> input == gone ? source : input);
            }
        });
        graph.nodes.remove(at);
    }

    private String move(String text, Graph graph) {
        int from = random.nextInt(graph.nodes.size());
        int to = random.nextInt(graph.nodes.size() + 1);
        return check(
                text,
                edit -> edit.move(graph.name(from), to),
                graph,
                g -> {
                    Node node = g.nodes.remove(from);
                    g.nodes.add(to > from ? to - 1 : to, node);
                },
                Integer.MAX_VALUE);
    }

    private String rename(String text, Graph graph) {
        int at = random.nextInt(graph.nodes.size());
        String name = "n" + random.nextInt(1_000_000);
        return check(text, edit -> edit.rename(graph.name(at), name), graph, g -> g.nodes.get(at).given = name, 0);
    }

    private String connect(String text, Graph graph) {
        int at = random.nextInt(graph.nodes.size());
        List<String> names = new ArrayList<>();
        List<Node> inputs = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0 && at > 0; i--) {
            int source = random.nextInt(at);
            names.add(graph.name(source));
            inputs.add(graph.nodes.get(source));
        }
        return check(
                text,
                edit -> edit.setInputs(graph.name(at), names),
                graph,
                g -> g.nodes.get(at).inputs = inputs.isEmpty() ? null : inputs,
                1);
    }

    private String set(String text, Graph graph) {
        int at = random.nextInt(graph.nodes.size());
        if (!graph.nodes.get(at).type.equals("dense")) {
            return text; // a key that a type does not have is written beside it, and is a problem then
        }
        String layer = graph.name(at);
        String[] paths = {
            "training.epochs",
            "training.batch_size",
            "training.seed",
            "training.optimizer.learning_rate",
            "name",
            "network.layers." + layer + ".units",
            "training.pruning.sparsity",
            "monitor.weights",
            "data.split.seed",
            "network.layers." + layer + ".activation",
            "training.loss"
        };
        String path = paths[random.nextInt(paths.length)];
        String value = path.endsWith("activation") ? "tanh" : path.endsWith("loss") ? "nll" : "0." + random.nextInt(9);
        Optional<String> edited = apply(text, edit -> edit.set(path, value), 0);
        edited.ifPresent(result -> {
            Analysis wanted = ModelReader.read("m.nn.yaml", null, text, Map.of(path, value));
            Analysis found = ModelReader.read("m.nn.yaml", result);
            assertEquals(
                    wanted.model().map(ModelWriter::resolved), found.model().map(ModelWriter::resolved), result);
            assertEquals(wanted.problems().size(), found.problems().size(), path + " in " + result);
        });
        return edited.orElse(text);
    }

    private String check(String text, Edit edit, Graph graph, Consumer<Graph> byHand, int lost) {
        Optional<String> edited = apply(text, edit, lost);
        if (edited.isEmpty()) {
            return text;
        }
        byHand.accept(graph);
        assertEquals(graph.lines(), Graph.of(edited.get()).lines(), () -> text + "\n=>\n" + edited.get());
        assertEquals(elsewhere(text), elsewhere(edited.get()), () -> text + "\n=>\n" + edited.get());
        return edited.get();
    }

    /** What stands in the other sections, as far as it does not name layers. */
    private static Object elsewhere(String text) {
        Map<?, ?> file = (Map<?, ?>) Graph.load(text);
        return List.of(file.get("data"), ((Map<?, ?>) file.get("training")).get("optimizer"), file.keySet());
    }

    /** The text after an edit; empty if it was refused. At most {@code lost} lines beyond one a change are touched. */
    private Optional<String> apply(String text, Edit edit, int lost) {
        try {
            List<TextChange> changes = edit.on(ModelEdit.of(text));
            String result = TextChange.apply(text, changes);
            List<String> left = new ArrayList<>(result.lines().toList());
            long missing = text.lines().filter(line -> !left.remove(line)).count();
            assertTrue(missing <= (long) changes.size() + lost, () -> text + "\n=>\n" + result);
            for (String comment : comments(text, changes)) {
                assertTrue(result.contains(comment), () -> text + "\n=>\n" + result);
            }
            done++;
            return Optional.of(result);
        } catch (EditRefusedException e) {
            return Optional.empty();
        }
    }

    /** The lines that are comments, without those inside of what the changes remove. */
    private static List<String> comments(String text, List<TextChange> changes) {
        List<String> comments = new ArrayList<>();
        int offset = 0;
        for (String line : text.split("(?<=\n)")) {
            int from = offset;
            offset += line.length();
            boolean removed = changes.stream()
                    .anyMatch(change -> change.offset() <= from && change.end() >= from + line.length());
            if (line.strip().startsWith("#") && !removed) {
                comments.add(line.strip());
            }
        }
        return comments;
    }
}
