package org.backprop.engine.sweep;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Settings that are known before the first is trained. */
final class SingleRound implements Search {
    private final List<Candidate> candidates;
    private boolean given;

    SingleRound(List<? extends Map<String, String>> settings, int epochs) {
        candidates = settings.stream()
                .map(setting -> Candidate.complete(setting, epochs))
                .toList();
    }

    @Override
    public List<Candidate> next(ToDoubleFunction<Map<String, String>> loss) {
        List<Candidate> round = given ? List.of() : candidates;
        given = true;
        return round;
    }
}
