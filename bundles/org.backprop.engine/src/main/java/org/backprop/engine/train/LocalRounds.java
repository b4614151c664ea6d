package org.backprop.engine.train;

/** Rounds of local SGD as the trainer makes them: it hands out its state, and takes the average over the workers. */
final class LocalRounds {
    private final LocalSgd workers;
    private final RoundPlan plan;
    private final RoundState state;

    LocalRounds(LocalSgd workers, RoundPlan plan, RoundState state) {
        this.workers = workers;
        this.plan = plan;
        this.state = state;
    }

    /** Makes the round that begins after so many steps. If a loss is not finite, the state stays as it was. */
    RoundSums make(long step, Watch watch) {
        RoundStart start = state.get();
        RoundSums made = workers.round(plan.after(step, watch), start);
        if (made.failure().isEmpty()) {
            state.set(made.mean(start.vectors()), made.numbers());
        }
        return made;
    }
}
