package org.backprop.engine.control;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Range;
import org.backprop.runlog.control.Command;
import org.backprop.runlog.run.JournalEntry;

/** What commands do to a training at rest, and to its run. */
final class Commands {

    private final Recording recording;
    private final String who = System.getProperty("user.name", "user");

    Commands(Recording recording) {
        this.recording = recording;
    }

    void flush() throws IOException {
        recording.flush();
    }

    void journal(String command, Trainer trainer) throws IOException {
        recording.journal(JournalEntry.now(who, trainer.step(), command));
    }

    private void journal(String command, Trainer trainer, String old, String value) throws IOException {
        recording.journal(
                new JournalEntry(Instant.now(), who, trainer.step(), command, Optional.of(old), Optional.of(value)));
    }

    /**
     * Carries out a command.
     *
     * @return what it found out
     * @throws IllegalArgumentException as {@link RefusedException}
     */
    Map<String, Object> run(Command command, Trainer trainer) throws RefusedException, IOException {
        return switch (command) {
            case Command.Signal signal -> run(signal, trainer);
            case Command.Set set -> change(set, trainer);
            case Command.Prune prune -> {
                String before = PruneCommands.sparsity(trainer);
                Map<String, Object> result = PruneCommands.apply(prune.selection(), trainer);
                journal(prune.key(), trainer, before, PruneCommands.sparsity(trainer));
                yield result;
            }
            case Command.WhatIf whatIf -> PruneCommands.whatIf(whatIf.selection(), trainer);
            case Command.FreezeDropout freeze -> {
                trainer.freezeDropout(freeze.step());
                yield done(freeze.key(), trainer, Optional.of(Long.toString(freeze.step())));
            }
        };
    }

    private Map<String, Object> run(Command.Signal signal, Trainer trainer) throws RefusedException, IOException {
        return switch (signal) {
            case CHECKPOINT -> {
                recording.checkpoint();
                yield done(signal.key(), trainer, Optional.empty());
            }
            case UNFREEZE_DROPOUT -> {
                if (trainer.frozenDropout().isEmpty()) {
                    throw new RefusedException("the dropout masks are not frozen");
                }
                trainer.unfreezeDropout();
                yield done(signal.key(), trainer, Optional.empty());
            }
            case EVALUATE -> {
                Map<String, Object> values = evaluate(trainer);
                journal(signal.key(), trainer);
                yield values;
            }
            case UNDO_PRUNE -> {
                String before = PruneCommands.sparsity(trainer);
                Map<String, Object> result = PruneCommands.undo(trainer);
                journal(signal.key(), trainer, before, PruneCommands.sparsity(trainer));
                yield result;
            }
            case STOP, PAUSE, RESUME, STEP -> throw new IllegalStateException(signal + " concerns the loop");
        };
    }

    private Map<String, Object> done(String command, Trainer trainer, Optional<String> value) throws IOException {
        recording.journal(new JournalEntry(Instant.now(), who, trainer.step(), command, Optional.empty(), value));
        return Map.of("step", (double) trainer.step());
    }

    private Map<String, Object> evaluate(Trainer trainer) throws RefusedException, IOException {
        Evaluation evaluation = trainer.validate()
                .orElseThrow(() ->
                        new RefusedException("there is no validation set to evaluate: give data.split.validation"));
        recording.validation(trainer.step(), evaluation);
        recording.flush();
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("step", (double) trainer.step());
        evaluation.values().forEach((name, value) -> {
            if (Double.isFinite(value)) {
                found.put(name + "/validation", value);
            }
        });
        return found;
    }

    private Map<String, Object> change(Command.Set set, Trainer trainer) throws IOException {
        double old = trainer.change(set.path(), set.value());
        if (old != set.value()) {
            journal(set.path(), trainer, Range.text(old), Range.text(set.value()));
        }
        return Map.of("step", (double) trainer.step(), "old", old, "new", set.value());
    }
}
