package org.backprop.runlog.sweep;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import org.backprop.runlog.run.Journal;
import org.backprop.runlog.run.JournalEntry;

/**
 * What a user can ask of one trial of a sweep under way: a line in the journal of the sweep's folder, whose {@code step}
 * is the number of the trial.
 *
 * @param kind what is asked
 * @param trial number of the trial
 */
public record SweepCommand(Kind kind, int trial) {
    /** What can be asked. */
    public enum Kind {
        /** End it now; what it has reached counts. */
        STOP_TRIAL,
        /** End it, or do not begin it; it does not count. */
        SKIP_TRIAL;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Asks it of the process that writes {@code sweep}. */
    public void send(SweepFolder sweep, String who) throws IOException {
        Journal.append(sweep.journalFile(), JournalEntry.now(who, trial, kind.key()));
    }

    /** The command in a line of {@code journal.jsonl}. */
    public static Optional<SweepCommand> of(JournalEntry entry) {
        for (Kind kind : Kind.values()) {
            if (kind.key().equals(entry.command()) && entry.step() >= 1 && entry.step() <= Integer.MAX_VALUE) {
                return Optional.of(new SweepCommand(kind, (int) entry.step()));
            }
        }
        return Optional.empty();
    }
}
