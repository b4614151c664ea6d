package org.backprop.engine.cli.progress;

import java.io.PrintStream;
import java.util.Locale;

/** How to show progress: the values of {@code --progress}. */
public enum ProgressMode {
    /** {@link #LIVE} in a terminal, otherwise {@link #PLAIN}. */
    AUTO,
    /** One line, rewritten in place. */
    LIVE,
    /** Lines. */
    PLAIN,
    /** One JSON object a line. */
    JSON,
    /** Nothing. */
    NONE;

    /** The value on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param interactive whether {@code out} is a terminal */
    public Progress open(PrintStream out, boolean interactive) {
        return switch (this) {
            case AUTO -> interactive ? new LiveProgress(out) : new PlainProgress(out);
            case LIVE -> new LiveProgress(out);
            case PLAIN -> new PlainProgress(out);
            case JSON -> new JsonProgress(out);
            case NONE -> new NoProgress();
        };
    }
}
