package org.backprop.engine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs contestants in turn: A B C, A B C, ... Each gets a warm-up first, in which also the number of steps that fill a
 * turn is found. Rounds in which others used the machine are repeated, at most twice each; the quietest ones count.
 *
 * @param rounds number of rounds that count, at least 1
 * @param seconds about how long each contestant runs in a round
 */
public record Contest(int rounds, double seconds) {
    /** Foreign load up to which a round counts as undisturbed. */
    static final double QUIET = 0.05;

    private static final int ATTEMPTS = 3;
    private static final int FIRST_STEPS = 2;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int WARM_UP_SHARE = 10;

    /** The rounds that count. */
    public List<Round> run(List<? extends Contestant> contestants) throws IOException {
        int[] steps = new int[contestants.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = warmUp(contestants.get(i));
        }
        List<Round> all = new ArrayList<>();
        int quiet = 0;
        while (quiet < rounds && all.size() < ATTEMPTS * rounds) {
            Round round = round(contestants, steps);
            all.add(round);
            quiet += round.foreignLoad() <= QUIET ? 1 : 0;
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Round::foreignLoad))
                .limit(rounds)
                .toList();
    }

    private Round round(List<? extends Contestant> contestants, int[] steps) throws IOException {
        ForeignLoad load = new ForeignLoad(contestants);
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            Measurement measurement = contestants.get(i).run(steps[i] / WARM_UP_SHARE + 1, steps[i]);
            measurements.add(measurement);
            steps[i] = next(steps[i], measurement);
        }
        return new Round(measurements, load.share());
    }

    /** Trains for some turns' time; gives the number of steps that fill a turn. */
    private int warmUp(Contestant contestant) throws IOException {
        int steps = FIRST_STEPS;
        double spent = 0;
        while (spent < WARM_UP_ROUNDS * seconds) {
            Measurement measurement = contestant.run(1, steps);
            spent += measurement.seconds();
            steps = next(steps, measurement);
        }
        return steps;
    }

    /** Steps that fill a turn, as far as a measurement tells; at most a factor of 2 from the last number. */
    private int next(int steps, Measurement measurement) {
        double fill = Math.ceil(seconds * measurement.rate());
        return (int) Math.min(2.0 * steps, Math.max(Math.ceilDiv(steps, 2), fill));
    }
}
