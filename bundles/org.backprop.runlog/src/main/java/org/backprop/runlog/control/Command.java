package org.backprop.runlog.control;

import java.util.Objects;

/** What an IDE can ask of a running trainer. */
public sealed interface Command {
    /** Name of the command on the wire. */
    String key();

    /** A command that needs no more than its name. */
    enum Signal implements Command {
        /** Stop after the current batch and write a checkpoint. */
        STOP("stop"),
        /** Wait after the current batch. */
        PAUSE("pause"),
        /** Go on after a pause. */
        RESUME("resume"),
        /** Train one batch, then wait. */
        STEP("step"),
        /** Write a checkpoint. */
        CHECKPOINT("checkpoint"),
        /** Evaluate the validation set. */
        EVALUATE("evaluate"),
        /** Restore weights and masks as they were before the last pruning. */
        UNDO_PRUNE("undo_prune"),
        /** Draw new dropout masks in each step again. */
        UNFREEZE_DROPOUT("unfreeze_dropout");

        private final String key;

        Signal(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /**
     * Change a setting of the training.
     *
     * @param path path in the model file, such as {@code training.optimizer.learning_rate}
     * @param value new value, finite
     */
    record Set(String path, double value) implements Command {
        /** Checks that there is a path and a number. */
        public Set {
            Objects.requireNonNull(path, "path");
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the value must be finite");
            }
        }

        @Override
        public String key() {
            return "set";
        }
    }

    /** Remove weights. */
    record Prune(PruneSelection selection) implements Command {
        /** Checks that there is a selection. */
        public Prune {
            Objects.requireNonNull(selection, "selection");
        }

        @Override
        public String key() {
            return "prune";
        }
    }

    /** Tell what removing weights would do, and leave everything as it is. */
    record WhatIf(PruneSelection selection) implements Command {
        /** Checks that there is a selection. */
        public WhatIf {
            Objects.requireNonNull(selection, "selection");
        }

        @Override
        public String key() {
            return "what_if";
        }
    }

    /**
     * Use the dropout masks of one step in all steps that follow.
     *
     * @param step global step, from 1
     */
    record FreezeDropout(long step) implements Command {
        /** Checks the step. */
        public FreezeDropout {
            if (step < 1) {
                throw new IllegalArgumentException("the step must be at least 1, not " + step);
            }
        }

        @Override
        public String key() {
            return "freeze_dropout";
        }
    }
}
