package org.backprop.engine.minimize;

/** Why a minimizer makes no more iterations. */
public enum Ending {
    /** The gradient is as small as wanted. */
    CONVERGED("the norm of the gradient is not greater than gradient_tolerance"),
    /** Not even a small step along the steepest descent helps. */
    NO_DECREASE("no step lowers the loss any further, not even along the steepest descent"),
    /** The gradient cannot be followed. */
    NOT_FINITE("the gradient is not finite"),
    /** The damping grew without bounds. */
    DAMPING("no damping gives a step that lowers the loss any further");

    private final String message;

    Ending(String message) {
        this.message = message;
    }

    /** The reason, as a part of a sentence. */
    public String message() {
        return message;
    }
}
