package org.backprop.model.internal.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The longest common subsequence of two lists. Hunt and Szymanski, Communications of the ACM 20(5), 1977. */
final class Subsequence {
    /** A pair of equal elements, and the one before it. */
    private record Link(int left, int right, Link before) {}

    private Subsequence() {}

    /** For each element on the left the place of the one on the right that it is paired with, -1 for none. */
    static int[] of(List<String> left, List<String> right) {
        int[] pairs = new int[left.size()];
        Arrays.fill(pairs, -1);
        int start = 0;
        int least = Math.min(left.size(), right.size());
        while (start < least && left.get(start).equals(right.get(start))) {
            pairs[start] = start;
            start++;
        }
        int end = 0;
        while (end < least - start && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
            end++;
            pairs[left.size() - end] = right.size() - end;
        }
        for (Link link = between(left, right, start, end); link != null; link = link.before()) {
            pairs[link.left()] = link.right();
        }
        return pairs;
    }

    /** The pairs between equal starts and equal ends, the last one first. */
    private static Link between(List<String> left, List<String> right, int start, int end) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int j = right.size() - end - 1; j >= start; j--) {
            places.computeIfAbsent(right.get(j), key -> new ArrayList<>()).add(j);
        }
        List<Link> shortest = new ArrayList<>(); // by length - 1: the chain of that length that ends first
        for (int i = start; i < left.size() - end; i++) {
            for (int j : places.getOrDefault(left.get(i), List.of())) {
                int length = lower(shortest, j);
                Link link = new Link(i, j, length == 0 ? null : shortest.get(length - 1));
                if (length == shortest.size()) {
                    shortest.add(link);
                } else {
                    shortest.set(length, link);
                }
            }
        }
        return shortest.isEmpty() ? null : shortest.getLast();
    }

    /** Number of chains that end before a place on the right. */
    private static int lower(List<Link> shortest, int place) {
        int low = 0;
        int high = shortest.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shortest.get(middle).right() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
