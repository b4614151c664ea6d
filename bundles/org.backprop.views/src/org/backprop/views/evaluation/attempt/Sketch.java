package org.backprop.views.evaluation.attempt;

import java.util.ArrayList;
import java.util.List;

/** Strokes of a pen and an eraser, in the order in which they were drawn; places are 0 to 1 from the upper left. */
public final class Sketch {
    private final List<Stroke> strokes = new ArrayList<>();

    /**
     * A line through points.
     *
     * @param erases whether it was drawn with the eraser
     * @param points x and y of each point; at least one
     */
    record Stroke(boolean erases, List<float[]> points) {}

    /** Begins a stroke. */
    public void begin(boolean erases, float x, float y) {
        strokes.add(new Stroke(erases, new ArrayList<>(List.of(new float[] {x, y}))));
    }

    /** Goes on with the last stroke. */
    public void extend(float x, float y) {
        strokes.getLast().points().add(new float[] {x, y});
    }

    public void clear() {
        strokes.clear();
    }

    List<Stroke> strokes() {
        return strokes;
    }

    boolean isEmpty() {
        return strokes.stream().allMatch(Stroke::erases);
    }
}
