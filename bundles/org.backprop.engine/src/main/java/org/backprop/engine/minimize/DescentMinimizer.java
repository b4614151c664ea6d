package org.backprop.engine.minimize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.kernels.View;

/**
 * Goes along a direction as far as a line search says. Where that finds no lower value, it forgets what the direction was
 * made of and tries the steepest descent once, before it ends.
 */
final class DescentMinimizer implements Minimizer {

    private final Objective objective;
    private final Vectors vectors;
    private final Direction direction;
    private final LineSearch search;
    private final Convergence convergence;
    private final Line line;
    private final View along;
    private final View previousGradient;
    private final View change;

    DescentMinimizer(
            Objective objective, Vectors vectors, Direction direction, LineSearch search, double gradientTolerance) {
        this.objective = objective;
        this.vectors = vectors;
        this.direction = direction;
        this.search = search;
        convergence = new Convergence(gradientTolerance);
        line = new Line(objective, vectors);
        along = vectors.create();
        previousGradient = vectors.create();
        change = direction.learns() ? vectors.create() : null;
    }

    @Override
    public void iterate(long iteration, double value, double learningRate) {
        View gradient = objective.gradient();
        double norm = vectors.norm(gradient);
        if (!convergence.goesOn(norm)) {
            return;
        }
        objective.kernels().copy(gradient, previousGradient);
        double cautious = Math.min(1, 1 / vectors.norm1(gradient));
        direction.find(previousGradient, along);
        double slope = vectors.dot(previousGradient, along);
        if (!go(value, slope, direction.firstStep(slope, cautious))) {
            direction.forget();
            vectors.copy(-1, previousGradient, along);
            if (!go(value, -norm * norm, cautious)) {
                convergence.end(Ending.NO_DECREASE);
            }
        }
    }

    private boolean go(double value, double slope, double first) {
        if (!(slope < 0)) {
            return false;
        }
        line.start(along, value, slope);
        double step = search.search(line, first);
        if (step == 0) {
            return false;
        }
        direction.stepped(step, slope);
        if (direction.learns()) {
            line.differentiate();
            vectors.copy(1, objective.point(), change);
            vectors.add(-1, line.startPoint(), change);
            vectors.copy(-1, previousGradient, along);
            vectors.add(1, objective.gradient(), along);
            direction.learn(change, along);
        }
        return true;
    }

    @Override
    public List<Reading> readings() {
        return List.of(Reading.evaluations(line));
    }

    @Override
    public Optional<Ending> ending() {
        return convergence.ending();
    }

    @Override
    public Map<String, View> vectors() {
        return direction.vectors();
    }

    @Override
    public Map<String, View> matrices() {
        return direction.matrices();
    }

    @Override
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new HashMap<>(direction.numbers());
        convergence.addTo(numbers);
        return numbers;
    }

    @Override
    public void restore(Map<String, Double> numbers) {
        direction.restore(numbers);
        convergence.restore(numbers);
    }
}
