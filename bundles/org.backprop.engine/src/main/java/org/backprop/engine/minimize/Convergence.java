package org.backprop.engine.minimize;

import java.util.Map;
import java.util.Optional;

/** Whether, and why, a minimizer is at its end. */
final class Convergence {

    private static final String ENDING = "ending";

    private final double gradientTolerance;
    private Ending ending;

    Convergence(double gradientTolerance) {
        this.gradientTolerance = gradientTolerance;
    }

    /** Looks at the norm of the gradient; whether there is more to do. */
    boolean goesOn(double norm) {
        if (norm <= gradientTolerance) {
            ending = Ending.CONVERGED;
        } else if (!Double.isFinite(norm)) {
            ending = Ending.NOT_FINITE;
        }
        return ending == null;
    }

    void end(Ending reason) {
        ending = reason;
    }

    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /** Adds what must be kept. */
    void addTo(Map<String, Double> numbers) {
        if (ending != null) {
            numbers.put(ENDING, (double) ending.ordinal());
        }
    }

    void restore(Map<String, Double> numbers) {
        ending = numbers.containsKey(ENDING)
                ? Ending.values()[numbers.get(ENDING).intValue()]
                : null;
    }
}
