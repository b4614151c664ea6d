package org.backprop.engine.shrink;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.backprop.model.Shape;

/**
 * The units of one value, that is of the output of a layer or the input of the network: the elements of a vector, the
 * channels of anything else. A unit is dead if it is constant or unused; only dead units can be removed.
 */
final class Units {

    private final int count;
    private final BitSet constant = new BitSet();
    private final BitSet used = new BitSet();
    private final BitSet kept = new BitSet();
    private final Map<Integer, String> reasons = new HashMap<>();
    private float[] values = {};

    /** The units of a value of this shape, all unused. */
    Units(Shape shape) {
        count = shape.dims().getFirst();
    }

    int count() {
        return count;
    }

    /** Says what the value is for one sample. */
    void observe(float[] sample) {
        values = sample;
    }

    /** The number that all elements of a constant unit are; 0 for values that the output does not depend on. */
    float value(int unit) {
        return values.length == 0 ? 0 : values[unit * (values.length / count)];
    }

    /** Says that a unit does not depend on the network's input. */
    void setConstant(int unit) {
        constant.set(unit);
    }

    boolean isConstant(int unit) {
        return constant.get(unit);
    }

    /** Says that the network's output depends on a unit. */
    void use(int unit) {
        used.set(unit);
    }

    void useAll() {
        used.set(0, count);
    }

    boolean isUsed(int unit) {
        return used.get(unit);
    }

    boolean isDead(int unit) {
        return constant.get(unit) || !used.get(unit);
    }

    /** Keeps what is not dead. */
    void keepLiving() {
        for (int i = 0; i < count; i++) {
            if (!isDead(i)) {
                kept.set(i);
            }
        }
    }

    /** Keeps a unit, dead though it may be. */
    void keep(int unit, String why) {
        if (!kept.get(unit)) {
            kept.set(unit);
            reasons.put(unit, why);
        }
    }

    void keepAll(String why) {
        for (int i = 0; i < count; i++) {
            keep(i, why);
        }
    }

    boolean isKept(int unit) {
        return kept.get(unit);
    }

    /** The units that stay, in order. */
    int[] kept() {
        return kept.stream().toArray();
    }

    int keptCount() {
        return kept.cardinality();
    }

    /** Why a dead unit is kept; {@code otherwise} for one that is kept for itself. */
    String reason(int unit, String otherwise) {
        return reasons.getOrDefault(unit, otherwise);
    }

    /** How many dead units are kept, by the reason. */
    Map<String, Integer> keptDead() {
        Map<String, Integer> counts = new TreeMap<>();
        reasons.forEach((unit, why) -> counts.merge(why, 1, Integer::sum));
        return counts;
    }
}
