package org.backprop.core.launch;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/**
 * The virtual machine that the next trainer runs in.
 *
 * @param java the virtual machine
 * @param reason why this one, in one sentence
 */
public record JavaChoice(JavaRuntime java, String reason) {
    /** Returns the choice among what is installed now; empty if there is none that is new enough. Reads folders. */
    public static Optional<JavaChoice> now() {
        return of(JavaRuntime.running(), JavaRuntimes.installed());
    }

    static Optional<JavaChoice> of(JavaRuntime running, List<JavaRuntime> installed) {
        return JavaRuntimes.choose(running, installed)
                .map(java -> new JavaChoice(
                        java, NLS.bind(reason(java, running), running.feature(), JavaRuntime.PREFERRED)));
    }

    private static String reason(JavaRuntime java, JavaRuntime running) {
        if (java.feature() < JavaRuntime.PREFERRED) {
            return Messages.JavaChoice_old;
        }
        return java.equals(running) ? Messages.JavaChoice_own : Messages.JavaChoice_newer;
    }
}
