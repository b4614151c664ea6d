package org.backprop.installer;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Prints how far an installation is: a line {@code progress THOUSANDTHS TEXT} whenever that changes, such as
 * {@code progress 511 cuda.jar, 1,245 of 2,436 MB}.
 */
final class Progress {
    private static final double MEGA = 1e6;

    private final PrintStream out;
    private final long total;
    private long before;
    private long last = -1;

    Progress(PrintStream out, long total) {
        this.out = out;
        this.total = total;
    }

    /** So much of the jar at work is there. */
    void loaded(String name, long bytes) {
        at(before + bytes, name);
    }

    /** A jar is complete. */
    void done(Jar jar) {
        before += jar.bytes();
        at(before, jar.fileName());
    }

    private void at(long bytes, String name) {
        long thousandths = Math.min(1000, 1000 * bytes / total);
        if (thousandths > last) {
            last = thousandths;
            out.printf(
                    Locale.ROOT, "progress %d %s, %,.0f of %,.0f MB%n", thousandths, name, bytes / MEGA, total / MEGA);
        }
    }
}
