package org.backprop.engine.cli;

import java.io.Console;

/** Whether someone is looking. */
final class Terminal {
    private static final int CONSOLE_ALWAYS_THERE_SINCE = 22;

    private Terminal() {}

    /** True when standard input and output are a terminal, so that a line may be rewritten in place. */
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        if (Runtime.version().feature() < CONSOLE_ALWAYS_THERE_SINCE) {
            return true;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
