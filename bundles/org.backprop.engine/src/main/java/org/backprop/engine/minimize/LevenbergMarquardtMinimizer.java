package org.backprop.engine.minimize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.kernels.View;
import org.backprop.model.LevenbergMarquardt;

/** Levenberg 1944, Marquardt 1963: Gauss-Newton steps, damped until they lower the value. */
final class LevenbergMarquardtMinimizer implements Minimizer {

    private static final String DAMPING = "damping";
    private static final double LEAST_DAMPING = 1e-15;
    private static final double MOST_DAMPING = 1e15;

    private final LevenbergMarquardt spec;
    private final Objective objective;
    private final Vectors vectors;
    private final DenseSystem system;
    private final Line line;
    private final Convergence convergence;
    private final View gradient;
    private final View along;
    private double damping;

    LevenbergMarquardtMinimizer(LevenbergMarquardt spec, Objective objective, Vectors vectors) {
        this.spec = spec;
        this.objective = objective;
        this.vectors = vectors;
        system = new DenseSystem(objective.point().length());
        convergence = new Convergence(spec.gradientTolerance());
        line = new Line(objective, vectors);
        gradient = vectors.create();
        along = vectors.create();
        damping = spec.damping();
    }

    @Override
    public void iterate(long iteration, double value, double learningRate) {
        double norm = vectors.norm(objective.gradient());
        if (!convergence.goesOn(norm)) {
            return;
        }
        vectors.copy(1, objective.gradient(), gradient);
        system.assemble(objective::gaussNewtonProduct, along, line.startPoint(), vectors);
        while (!lowers(value)) {
            damping *= spec.increase();
            if (damping > MOST_DAMPING) {
                damping = MOST_DAMPING;
                convergence.end(Ending.DAMPING);
                return;
            }
        }
        damping = Math.max(LEAST_DAMPING, damping / spec.increase());
    }

    private boolean lowers(double value) {
        if (!system.factor(damping)) {
            return false;
        }
        system.solve(gradient, along);
        vectors.scale(-1, along);
        line.start(along, value, 0);
        if (line.value(1) < value) {
            return true;
        }
        line.settle(0);
        return false;
    }

    @Override
    public List<Reading> readings() {
        return List.of(Reading.evaluations(line), Reading.damping(() -> damping));
    }

    @Override
    public Optional<Ending> ending() {
        return convergence.ending();
    }

    @Override
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new HashMap<>(Map.of(DAMPING, damping));
        convergence.addTo(numbers);
        return numbers;
    }

    @Override
    public void restore(Map<String, Double> numbers) {
        damping = numbers.getOrDefault(DAMPING, spec.damping());
        convergence.restore(numbers);
    }
}
