package org.backprop.engine.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One turn of every contestant.
 *
 * @param measurements one for each contestant, in their order
 * @param foreignLoad share of the machine that others used meanwhile, in [0, 1]
 */
public record Round(List<Measurement> measurements, double foreignLoad) {

    /** One number of a contestant's measurements: an element for each round. */
    static double[] values(List<Round> rounds, int contestant, ToDoubleFunction<Measurement> value) {
        return rounds.stream()
                .map(round -> round.measurements().get(contestant))
                .mapToDouble(value)
                .toArray();
    }

    /** Median of the foreign load. */
    static double foreignLoad(List<Round> rounds) {
        return Statistics.median(rounds.stream().mapToDouble(Round::foreignLoad).toArray());
    }
}
