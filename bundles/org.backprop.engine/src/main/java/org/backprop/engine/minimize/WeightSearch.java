package org.backprop.engine.minimize;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.kernels.View;
import org.backprop.engine.random.RandomSequence;
import org.backprop.engine.random.Streams;

/** Changes one element of the point after the other, each drawn at random: random search and simulated annealing. */
final class WeightSearch implements Minimizer {

    private final Objective objective;
    private final Cooling cooling;
    private final double most;
    private final Acceptance acceptance;
    private final int trials;
    private final long seed;
    private final BestPoint best;
    private final RandomSequence random;
    private final float[] number = new float[1];
    private double temperature = Double.NaN;

    /**
     * A search.
     *
     * @param most greatest temperature, or greatest step
     * @param trials elements that are tried in an iteration
     */
    WeightSearch(Objective objective, Cooling cooling, double most, Acceptance acceptance, int trials, long seed) {
        this.objective = objective;
        this.cooling = cooling;
        this.most = most;
        this.acceptance = acceptance;
        this.trials = trials;
        this.seed = seed;
        best = new BestPoint(objective, new Vectors(objective));
        random = new RandomSequence(seed, 0);
    }

    @Override
    public void iterate(long iteration, double value, double learningRate) {
        random.restart(seed, Streams.minimizer(iteration));
        temperature = cooling.temperature(most, iteration);
        double present = value;
        best.offer(present);
        View point = objective.point();
        for (int i = 0; i < trials; i++) {
            int element = random.nextInt(point.length());
            long at = point.offset() + element;
            point.buffer().read(at, number, 0, 1);
            float before = number[0];
            double step = cooling.step(most, temperature, random);
            if (!objective.isFree(element)) {
                continue;
            }
            set(at, (float) (before + step));
            double changed = objective.value();
            if (acceptance.accepts(changed - present, temperature, random)) {
                present = changed;
                best.offer(present);
            } else {
                set(at, before);
            }
        }
    }

    private void set(long at, float value) {
        number[0] = value;
        objective.point().buffer().write(at, number, 0, 1);
        objective.pointChanged();
    }

    @Override
    public List<Reading> readings() {
        return cooling == Cooling.NONE ? List.of() : List.of(Reading.temperature(() -> temperature));
    }

    @Override
    public Map<String, View> vectors() {
        return best.vectors();
    }

    @Override
    public Map<String, Double> numbers() {
        return best.numbers();
    }

    @Override
    public void restore(Map<String, Double> numbers) {
        best.restore(numbers);
    }

    @Override
    public Optional<View> best() {
        return best.found();
    }
}
