package org.backprop.engine.cli.progress;

import java.util.Map;

/** Shows a training to whoever started it. Called from the training thread; implementations return quickly. */
public interface Progress {
    /** A remark for the reader, such as the folder of the run. */
    void message(String text);

    /** The training moved on; called a few times a second at most. */
    void tick(Tick tick);

    /**
     * An epoch ended.
     *
     * @param metrics last values by tag, such as {@code loss/validation}
     */
    void epoch(Tick tick, Map<String, Double> metrics);

    /** The training ended; {@code text} says how. */
    void end(String outcome, String text);
}
