package org.backprop.engine.minimize;

import org.backprop.model.BackpropCauchy;
import org.backprop.model.Bfgs;
import org.backprop.model.CauchyAnnealing;
import org.backprop.model.ConjugateGradient;
import org.backprop.model.Dfp;
import org.backprop.model.Lbfgs;
import org.backprop.model.LevenbergMarquardt;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.MultiBatchLbfgs;
import org.backprop.model.Newton;
import org.backprop.model.RandomSearch;
import org.backprop.model.SimulatedAnnealing;
import org.backprop.model.SteepestDescent;
import org.backprop.model.StrongWolfeLineSearch;

/** Maps the minimizers of a model to their implementations. */
public final class Minimizers {

    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final int EVALUATIONS = 25;

    private Minimizers() {}

    /**
     * The implementation of a minimizer.
     *
     * @param seed of the random numbers
     * @throws IllegalArgumentException if there are too many parameters for it
     */
    public static Minimizer compile(MinimizerSpec spec, Objective objective, long seed) {
        spec.tooMany(objective.point().length()).ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
        Vectors vectors = new Vectors(objective);
        return switch (spec) {
            case SteepestDescent descent ->
                new DescentMinimizer(
                        objective,
                        vectors,
                        new SteepestDirection(vectors),
                        LineSearch.of(descent.lineSearch()),
                        descent.gradientTolerance());
            case ConjugateGradient conjugate ->
                new DescentMinimizer(
                        objective,
                        vectors,
                        new ConjugateDirection(vectors),
                        new StrongWolfe(
                                new StrongWolfeLineSearch(SUFFICIENT_DECREASE, conjugate.curvature(), EVALUATIONS)),
                        conjugate.gradientTolerance());
            case Newton newton ->
                new DescentMinimizer(
                        objective,
                        vectors,
                        isDense(newton, objective.point().length())
                                ? new NewtonDirection(objective, vectors)
                                : new NewtonCgDirection(objective, vectors),
                        LineSearch.of(newton.lineSearch()),
                        newton.gradientTolerance());
            case Bfgs bfgs ->
                new DescentMinimizer(
                        objective,
                        vectors,
                        new MetricDirection(objective, vectors, InverseUpdate.BFGS),
                        LineSearch.of(bfgs.lineSearch()),
                        bfgs.gradientTolerance());
            case Dfp dfp ->
                new DescentMinimizer(
                        objective,
                        vectors,
                        new MetricDirection(objective, vectors, InverseUpdate.DFP),
                        LineSearch.of(dfp.lineSearch()),
                        dfp.gradientTolerance());
            case Lbfgs lbfgs ->
                new DescentMinimizer(
                        objective,
                        vectors,
                        new LbfgsDirection(vectors, lbfgs.history()),
                        LineSearch.of(lbfgs.lineSearch()),
                        lbfgs.gradientTolerance());
            case MultiBatchLbfgs lbfgs -> new MultiBatchLbfgsMinimizer(lbfgs, objective, vectors);
            case LevenbergMarquardt marquardt -> new LevenbergMarquardtMinimizer(marquardt, objective, vectors);
            case RandomSearch search ->
                new WeightSearch(objective, Cooling.NONE, search.range(), new Acceptance(0), search.trials(), seed);
            case SimulatedAnnealing annealing ->
                new WeightSearch(
                        objective,
                        Cooling.BOLTZMANN,
                        annealing.temperature(),
                        new Acceptance(annealing.boltzmann()),
                        annealing.trials(),
                        seed);
            case CauchyAnnealing annealing ->
                new WeightSearch(
                        objective,
                        Cooling.CAUCHY,
                        annealing.temperature(),
                        new Acceptance(annealing.boltzmann()),
                        annealing.trials(),
                        seed);
            case BackpropCauchy cauchy -> new BackpropCauchyMinimizer(cauchy, objective, vectors, seed);
        };
    }

    private static boolean isDense(Newton newton, long parameters) {
        return switch (newton.solver()) {
            case AUTO -> parameters <= MinimizerSpec.MOST_DENSE;
            case CHOLESKY -> true;
            case CONJUGATE_GRADIENT -> false;
        };
    }

    /**
     * The memory that a minimizer needs beside point and gradient, in bytes.
     *
     * @param parameters number of elements of the point
     */
    public static long bytes(MinimizerSpec spec, long parameters) {
        long vector = parameters * Float.BYTES;
        long matrix = parameters * parameters;
        return switch (spec) {
            case SteepestDescent descent -> 3 * vector;
            case ConjugateGradient conjugate -> 5 * vector;
            case Newton newton -> isDense(newton, parameters) ? 4 * vector + matrix * Double.BYTES : 6 * vector;
            case Bfgs bfgs -> 5 * vector + matrix * Float.BYTES;
            case Dfp dfp -> 5 * vector + matrix * Float.BYTES;
            case Lbfgs lbfgs -> (4 + 2L * lbfgs.history()) * vector;
            case MultiBatchLbfgs lbfgs -> (3 + 2L * lbfgs.history()) * vector;
            case LevenbergMarquardt marquardt -> 3 * vector + matrix * Double.BYTES;
            case RandomSearch search -> vector;
            case SimulatedAnnealing annealing -> vector;
            case CauchyAnnealing annealing -> vector;
            case BackpropCauchy cauchy -> 4 * vector;
        };
    }
}
