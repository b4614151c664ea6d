package org.backprop.engine.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Makes sure that two contestants do the same work: from equal parameters and data they must reach equal losses. */
final class LossCheck {
    /** Later the rounding errors of float32 have grown too far to tell a mistake from them. */
    private static final int STEPS = 10;

    private static final double TOLERANCE = 1e-3;

    /** Of networks that draw different random numbers. */
    private static final double RANDOM_TOLERANCE = 0.1;

    private LossCheck() {}

    /** Mean loss of the 10th batch. */
    static double loss(Contestant contestant) throws IOException {
        return contestant.run(0, STEPS).loss();
    }

    /** What is wrong, if the losses of the 10th step differ by more than a thousandth; a tenth if the network is random. */
    static Optional<String> complaint(double ours, double peer, boolean random) {
        double tolerance = random ? RANDOM_TOLERANCE : TOLERANCE;
        if (Math.abs(ours - peer) <= tolerance * Math.max(Math.abs(ours), Math.abs(peer))) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "not the same work: after %d steps our loss is %.6f, the peer's %.6f, further apart than 1 in %.0f",
                STEPS,
                ours,
                peer,
                1 / tolerance));
    }
}
