package org.backprop.model.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The layers of a text and what they take their inputs from, to do with it by hand what an edit should do. */
final class Graph {

    /** A layer: what it computes, and its inputs, null for the layer before. */
    static final class Node {
        String type;
        String given;
        Object parameters;
        List<Node> inputs;

        @Override
        public String toString() {
            return type + parameters + (given == null ? "" : " " + given);
        }
    }

    static final Node INPUT = new Node();

    final List<Node> nodes = new ArrayList<>();

    static Object load(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text.replace("\uFEFF", ""));
    }

    static Graph of(String text) {
        Map<?, ?> network = (Map<?, ?>) ((Map<?, ?>) load(text)).get("network");
        Graph graph = new Graph();
        List<List<String>> inputs = new ArrayList<>();
        for (Object item : (List<?>) network.get("layers")) {
            graph.nodes.add(node(item, inputs));
        }
        Map<String, Node> names = new HashMap<>();
        for (int i = 0; i < graph.nodes.size(); i++) {
            names.put(graph.name(i), graph.nodes.get(i));
        }
        names.put("input", INPUT);
        for (int i = 0; i < graph.nodes.size(); i++) {
            graph.nodes.get(i).inputs = inputs.get(i) == null
                    ? null
                    : new ArrayList<>(inputs.get(i).stream().map(names::get).toList());
        }
        return graph;
    }

    private static Node node(Object item, List<List<String>> inputs) {
        Node node = new Node();
        Map<Object, Object> all = new LinkedHashMap<>();
        if (item instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (!Set.of("name", "inputs").contains(key)) {
                    node.type = (String) key;
                    if (value instanceof Map<?, ?> body) {
                        all.putAll(body);
                    } else if (value != null) {
                        all.put(
                                switch (node.type) {
                                    case "dense" -> "units";
                                    case "dropout" -> "rate";
                                    case "activation" -> "function";
                                    default -> "size";
                                },
                                value);
                    }
                } else {
                    all.put(key, value);
                }
            });
        } else {
            node.type = (String) item;
        }
        node.given = (String) all.remove("name");
        Object sources = all.remove("inputs");
        inputs.add(
                sources == null
                        ? null
                        : sources instanceof List<?> list
                                ? list.stream().map(String::valueOf).toList()
                                : List.of((String) sources));
        node.parameters = all;
        return node;
    }

    String name(int index) {
        Node node = nodes.get(index);
        if (node.given != null) {
            return node.given;
        }
        long before = nodes.subList(0, index).stream()
                .filter(other -> other.type.equals(node.type))
                .count();
        return node.type + "_" + (before + 1);
    }

    Node source(int index) {
        Node node = nodes.get(index);
        return node.inputs != null ? node.inputs.getFirst() : before(index);
    }

    Node before(int index) {
        return index == 0 ? INPUT : nodes.get(index - 1);
    }

    /** One line a layer: its type, parameters, name, and the places of its inputs. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            List<Node> inputs = node.inputs == null ? List.of(before(i)) : node.inputs;
            lines.add(node + " " + inputs.stream().map(nodes::indexOf).toList());
        }
        return lines;
    }
}
