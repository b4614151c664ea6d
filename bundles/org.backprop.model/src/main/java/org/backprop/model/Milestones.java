package org.backprop.model;

import java.util.List;
import java.util.Optional;

import org.backprop.model.SelfChecking.Inconsistency;

/** Times at which something changes. */
final class Milestones {

    private Milestones() {}

    /** How many there are up to a time. */
    static int passed(List<Long> milestones, long time) {
        int passed = 0;
        while (passed < milestones.size() && milestones.get(passed) <= time) {
            passed++;
        }
        return passed;
    }

    /** That they are not in ascending order. */
    static Optional<Inconsistency> inconsistency(List<Long> milestones) {
        for (int i = 1; i < milestones.size(); i++) {
            if (milestones.get(i) <= milestones.get(i - 1)) {
                return Optional.of(new Inconsistency(
                        "milestones",
                        "must ascend, but " + milestones.get(i) + " comes after " + milestones.get(i - 1)));
            }
        }
        return Optional.empty();
    }

    /** That they are not in ascending order, or do not divide the time into as many pieces as there are of {@code key}. */
    static Optional<Inconsistency> inconsistency(List<Long> milestones, String key, int pieces) {
        return pieces == milestones.size() + 1
                ? inconsistency(milestones)
                : Optional.of(new Inconsistency(
                        key,
                        "must be " + (milestones.size() + 1) + ", one before each of the " + milestones.size()
                                + " milestones and one after them, are " + pieces));
    }
}
