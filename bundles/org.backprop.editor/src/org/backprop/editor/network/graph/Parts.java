package org.backprop.editor.network.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Divides a network into parts that are laid out one below the other: between two of them nothing passes but the output of
 * the last node of the upper one, and no frame is around both.
 */
final class Parts {
    private final List<Node> nodes;
    private final Map<String, Integer> places = new HashMap<>();
    private final boolean[] whole;

    Parts(NetworkGraph graph) {
        nodes = graph.nodes();
        for (Node node : nodes) {
            places.put(node.name(), places.size());
        }
        whole = new boolean[nodes.size() + 1];
        nodes.forEach(this::joinInputs);
        joinFrames();
    }

    /** Nodes between which there may be no border. */
    private void join(int first, int last) {
        Arrays.fill(whole, first + 1, last + 1, true);
    }

    private void joinInputs(Node node) {
        int target = places.get(node.name());
        for (int source : sources(node)) {
            if (source < target) {
                join(source + 1, target);
            } else {
                join(target, source);
            }
        }
    }

    private void joinFrames() {
        Map<String, int[]> spans = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            int place = i;
            for (String block = nodes.get(i).block(); !block.isEmpty(); block = around(block)) {
                spans.computeIfAbsent(block, key -> new int[] {place, place})[1] = place;
            }
        }
        spans.values().forEach(span -> join(span[0], span[1]));
    }

    /** The places of the nodes that a node takes its inputs from. */
    private List<Integer> sources(Node node) {
        return node.inputs().stream()
                .filter(input -> places.containsKey(input) && !input.equals(node.name()))
                .map(places::get)
                .toList();
    }

    /** The frame around a frame; empty for none. */
    private String around(String block) {
        int slash = block.lastIndexOf('/');
        String outer = slash < 0 ? "" : block.substring(0, slash);
        Integer place = places.get(outer);
        return place != null && nodes.get(place).foldable() ? outer : "";
    }

    /**
     * Nodes that follow each other.
     *
     * @param from place of the first one
     * @param part their structure
     * @param frames names of the frames in it
     */
    record Section(int from, Part part, List<String> frames) {}

    /** The parts from the top to the bottom. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= nodes.size(); to++) {
            if (!whole[to]) {
                sections.add(section(from, to));
                from = to;
            }
        }
        return sections;
    }

    private Section section(int from, int to) {
        List<List<Integer>> inputs = new ArrayList<>();
        List<Integer> frames = new ArrayList<>();
        SequencedMap<String, Integer> numbers = new LinkedHashMap<>();
        List<Integer> outer = new ArrayList<>();
        for (Node node : nodes.subList(from, to)) {
            inputs.add(sources(node).stream()
                    .map(source -> source < from ? Part.ENTRY : source - from)
                    .toList());
            frames.add(frame(node.block(), numbers, outer));
        }
        return new Section(from, new Part(inputs, frames, outer), List.copyOf(numbers.keySet()));
    }

    /** The number of a frame, after those around it have got theirs. */
    private int frame(String block, Map<String, Integer> numbers, List<Integer> outer) {
        if (block.isEmpty()) {
            return Part.NONE;
        }
        if (!numbers.containsKey(block)) {
            outer.add(frame(around(block), numbers, outer));
            numbers.put(block, numbers.size());
        }
        return numbers.get(block);
    }
}
