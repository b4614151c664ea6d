package org.backprop.engine.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.backprop.model.SuccessiveHalving;

/**
 * Successive halving: of n settings the best floor(n / eta) go on with eta times the epochs. Jamieson, Talwalkar 2016;
 * Li et al. 2018, algorithm 1.
 */
final class Halving implements Search {
    private final int eta;
    private final int last;
    private List<Candidate> round;
    private boolean begun;

    Halving(List<? extends Map<String, String>> settings, SuccessiveHalving spec, int epochs) {
        eta = spec.eta();
        last = epochs;
        round = until(settings, Math.min(spec.minEpochs(), epochs));
    }

    private static List<Candidate> until(List<? extends Map<String, String>> settings, int epochs) {
        return settings.stream().map(setting -> new Candidate(setting, epochs)).toList();
    }

    @Override
    public List<Candidate> next(ToDoubleFunction<Map<String, String>> loss) {
        if (begun) {
            round = survivors(loss);
        }
        begun = true;
        return round;
    }

    private List<Candidate> survivors(ToDoubleFunction<Map<String, String>> loss) {
        int epochs = round.isEmpty() ? last : round.getFirst().epochs();
        if (epochs >= last) {
            return List.of();
        }
        List<Map<String, String>> best = round.stream()
                .map(Candidate::settings)
                .filter(setting -> Double.isFinite(loss.applyAsDouble(setting)))
                .sorted(Comparator.comparingDouble(loss))
                .limit(Math.max(1, round.size() / eta))
                .toList();
        return until(best, (int) Math.min((long) epochs * eta, last));
    }
}
