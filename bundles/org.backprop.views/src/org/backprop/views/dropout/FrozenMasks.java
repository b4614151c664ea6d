package org.backprop.views.dropout;

import java.util.OptionalLong;

import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.RunSnapshot;

/** Finds in the journal of a run whether its masks were frozen. */
final class FrozenMasks {
    private static final String FREEZE = "freeze_dropout";
    private static final String UNFREEZE = "unfreeze_dropout";

    private FrozenMasks() {}

    /** The step whose masks are used at a step, as the journal says. */
    static OptionalLong at(RunSnapshot run, long step) {
        OptionalLong frozen = OptionalLong.empty();
        for (JournalEntry entry : run.journal()) {
            if (entry.step() <= step && entry.command().equals(UNFREEZE)) {
                frozen = OptionalLong.empty();
            } else if (entry.step() <= step && entry.command().equals(FREEZE)) {
                frozen = OptionalLong.of(number(entry));
            }
        }
        return frozen;
    }

    private static long number(JournalEntry entry) {
        try {
            return (long) Double.parseDouble(entry.newValue().orElse(""));
        } catch (NumberFormatException unknown) {
            return entry.step();
        }
    }
}
