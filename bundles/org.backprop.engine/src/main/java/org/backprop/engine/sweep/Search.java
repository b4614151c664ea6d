package org.backprop.engine.sweep;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.backprop.model.GridSearch;
import org.backprop.model.RandomTrials;
import org.backprop.model.SuccessiveHalving;
import org.backprop.model.SweepSection;
import org.backprop.model.TpeSearch;

/**
 * Chooses settings round by round. The choice depends on the model file and on the results alone, so a sweep that is
 * resumed is asked again from the first round on and comes to where it was.
 */
public interface Search {

    /**
     * The next round; empty when the search has ended. Called when all earlier rounds have been trained.
     *
     * @param loss what a setting has reached, less is better; infinite if it failed
     */
    List<Candidate> next(ToDoubleFunction<Map<String, String>> loss);

    /**
     * The search that a model file asks for.
     *
     * @param epochs {@code training.epochs}
     */
    static Search of(SweepSection sweep, int epochs) {
        return switch (sweep.search()) {
            case GridSearch grid -> new SingleRound(sweep.grid(), epochs);
            case RandomTrials random ->
                new SingleRound(new Draws(sweep.vary(), random.seed()).settings(random.trials()), epochs);
            case SuccessiveHalving halving -> new Halving(first(sweep, halving), halving, epochs);
            case TpeSearch tpe -> new ParzenSearch(sweep, tpe, epochs);
        };
    }

    private static List<? extends Map<String, String>> first(SweepSection sweep, SuccessiveHalving halving) {
        return halving.trials() == 0
                ? sweep.grid()
                : new Draws(sweep.vary(), halving.seed()).settings(halving.trials());
    }
}
