package org.backprop.engine.cli;

import org.backprop.engine.data.Progress;

/** Prints {@code progress DONE/TOTAL} to standard error for each hundredth of the samples, for tools. */
final class PrintedProgress implements Progress {
    private long printed = -1;

    @Override
    public void report(long done, long total) {
        long percent = total <= 0 ? -1 : done * 100 / total;
        if (percent != printed) {
            printed = percent;
            System.err.println("progress " + done + "/" + total);
        }
    }
}
