package org.backprop.engine.minimize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.kernels.View;
import org.backprop.engine.random.RandomSequence;
import org.backprop.engine.random.Streams;
import org.backprop.model.BackpropCauchy;

/** Backpropagation combined with Cauchy annealing of all weights. Wasserman: "Neural computing", 1989, chapter 6. */
final class BackpropCauchyMinimizer implements Minimizer {

    private final BackpropCauchy spec;
    private final Objective objective;
    private final Vectors vectors;
    private final Acceptance acceptance;
    private final long seed;
    private final BestPoint best;
    private final RandomSequence random;
    private final View velocity;
    private final View start;
    private final View steps;
    private final float[] drawn;
    private double temperature = Double.NaN;

    BackpropCauchyMinimizer(BackpropCauchy spec, Objective objective, Vectors vectors, long seed) {
        this.spec = spec;
        this.objective = objective;
        this.vectors = vectors;
        this.seed = seed;
        acceptance = new Acceptance(spec.boltzmann());
        best = new BestPoint(objective, vectors);
        random = new RandomSequence(seed, 0);
        velocity = vectors.create();
        start = vectors.create();
        steps = vectors.create();
        drawn = new float[start.length()];
    }

    @Override
    public void iterate(long iteration, double value, double learningRate) {
        best.offer(value);
        vectors.scale(spec.momentum(), velocity);
        vectors.add(-learningRate * (1 - spec.momentum()), objective.gradient(), velocity);
        random.restart(seed, Streams.minimizer(iteration));
        temperature = Cooling.CAUCHY.temperature(spec.temperature(), iteration);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) Cooling.CAUCHY.step(spec.temperature(), temperature, random);
        }
        steps.set(drawn);
        objective.project(steps);
        vectors.copy(1, objective.point(), start);
        vectors.add(spec.beta(), velocity, objective.point());
        vectors.add(1 - spec.beta(), steps, objective.point());
        objective.pointChanged();
        double changed = objective.value();
        if (acceptance.accepts(changed - value, temperature, random)) {
            best.offer(changed);
        } else {
            vectors.copy(1, start, objective.point());
            objective.pointChanged();
        }
    }

    @Override
    public List<Reading> readings() {
        return List.of(Reading.temperature(() -> temperature));
    }

    @Override
    public Map<String, View> vectors() {
        Map<String, View> all = new LinkedHashMap<>(best.vectors());
        all.put("momentum_buffer", velocity);
        return all;
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
