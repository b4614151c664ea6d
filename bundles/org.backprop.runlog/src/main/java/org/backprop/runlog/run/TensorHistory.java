package org.backprop.runlog.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.tensor.Tensor;

/**
 * The arrays of a run by tag, as many as fit in a bounded number of bytes. When there are more, old ones go one by one,
 * each time the one that leaves the smallest gap, so that what stays covers the whole run evenly. The newest quarter of a
 * tag's arrays is left alone, and so is its first.
 */
final class TensorHistory {
    /** Also a small part of the memory, as an IDE follows many runs at once. */
    static final long MAX_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 40);

    static final int MAX_ENTRIES = 2000;
    private static final int OVERHEAD = 256;

    private final long maxBytes;
    private final int maxEntries;
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private long bytes;

    /** What is kept of one tag, and the list that was handed out last. */
    private static final class Track {
        private final List<Recorded<Tensor>> entries = new ArrayList<>();
        private long bytes;
        private List<Recorded<Tensor>> view;
    }

    TensorHistory() {
        this(MAX_BYTES, MAX_ENTRIES);
    }

    TensorHistory(long maxBytes, int maxEntries) {
        this.maxBytes = maxBytes;
        this.maxEntries = maxEntries;
    }

    int tags() {
        return tracks.size();
    }

    boolean isKnown(String tag) {
        return tracks.containsKey(tag);
    }

    /** Adds an array; what is there of this step or later is superseded. */
    void add(String tag, Recorded<Tensor> recorded) {
        Track track = tracks.computeIfAbsent(tag, unknown -> new Track());
        dropFrom(track, recorded.step());
        track.entries.add(recorded);
        track.view = null;
        track.bytes += size(recorded);
        bytes += size(recorded);
        if (track.entries.size() > maxEntries) {
            thin(track);
        }
        while (bytes > maxBytes && thin(largest())) {}
    }

    /** Drops what is there of {@code step} or later. */
    void supersede(long step) {
        tracks.values().forEach(track -> dropFrom(track, step));
        tracks.values().removeIf(track -> track.entries.isEmpty());
    }

    private void dropFrom(Track track, long step) {
        while (!track.entries.isEmpty() && track.entries.getLast().step() >= step) {
            remove(track, track.entries.size() - 1);
        }
    }

    /** The newest array of each tag. */
    Map<String, Recorded<Tensor>> newest() {
        Map<String, Recorded<Tensor>> view = LinkedHashMap.newLinkedHashMap(tracks.size());
        tracks.forEach((tag, track) -> view.put(tag, track.entries.getLast()));
        return Collections.unmodifiableMap(view);
    }

    /** All that is kept, by tag, oldest first. */
    Map<String, List<Recorded<Tensor>>> all() {
        Map<String, List<Recorded<Tensor>>> view = LinkedHashMap.newLinkedHashMap(tracks.size());
        tracks.forEach((tag, track) -> {
            if (track.view == null) {
                track.view = List.copyOf(track.entries);
            }
            view.put(tag, track.view);
        });
        return Collections.unmodifiableMap(view);
    }

    private Track largest() {
        return tracks.values().stream()
                .filter(track -> track.entries.size() > 1)
                .max((a, b) -> Long.compare(a.bytes, b.bytes))
                .orElse(null);
    }

    /** Removes one old array of a tag; false if there is none to be removed. */
    private boolean thin(Track track) {
        if (track == null) {
            return false;
        }
        List<Recorded<Tensor>> entries = track.entries;
        int old = entries.size() - 1 - entries.size() / 4;
        int least = 0;
        for (int i = 1; i < old; i++) {
            least = least == 0 || gap(entries, i) < gap(entries, least) ? i : least;
        }
        remove(track, least);
        return true;
    }

    private static long gap(List<Recorded<Tensor>> entries, int index) {
        return entries.get(index + 1).step() - entries.get(index - 1).step();
    }

    private void remove(Track track, int index) {
        long size = size(track.entries.remove(index));
        track.bytes -= size;
        track.view = null;
        bytes -= size;
    }

    private static long size(Recorded<Tensor> recorded) {
        return OVERHEAD + recorded.value().data().limit();
    }
}
