package org.backprop.runlog.run;

import java.time.Instant;
import java.util.Optional;

/**
 * One command that was given to a running trainer.
 *
 * @param time when
 * @param who user or program that gave it
 * @param step global step at which it took effect
 * @param command what was asked, such as {@code stop} or {@code learning_rate}
 * @param oldValue value before; empty if the command changes none
 * @param newValue value after
 */
public record JournalEntry(
        Instant time, String who, long step, String command, Optional<String> oldValue, Optional<String> newValue) {
    /** An entry of now for a command that changes no value. */
    public static JournalEntry now(String who, long step, String command) {
        return new JournalEntry(Instant.now(), who, step, command, Optional.empty(), Optional.empty());
    }
}
