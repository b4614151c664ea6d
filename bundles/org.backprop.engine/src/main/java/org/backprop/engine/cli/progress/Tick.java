package org.backprop.engine.cli.progress;

/**
 * Where a training stands.
 *
 * @param epoch the epoch under way, from 1
 * @param epochs planned epochs
 * @param step steps done since the start of the run
 * @param steps planned steps of the whole run
 * @param loss the batch's loss
 * @param samplesPerSecond training samples per second of wall time, smoothed
 * @param secondsLeft estimated seconds to the end of the run
 */
public record Tick(
        int epoch, int epochs, long step, long steps, double loss, double samplesPerSecond, double secondsLeft) {

    /** Share of the run that is done, from 0 to 100. */
    public int percent() {
        return steps == 0 ? 100 : (int) (100 * step / steps);
    }
}
