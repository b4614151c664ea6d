package org.backprop.engine.minimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.bench.MinimizersBenchmark;
import org.backprop.engine.bench.MinimizersBenchmark.Effort;
import org.backprop.engine.bench.TestFunction;
import org.backprop.engine.bench.TestObjective;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.TypeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Minimizers on functions whose minima are known. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class MinimizersTest {

    private static final int DIMENSION = 20;
    private static final TestFunction LOGISTIC_REGRESSION = TestFunction.logisticRegression(DIMENSION);

    @Parameter
    Implementation implementation;

    static List<String> minimizers() {
        return Catalogue.types(Family.OPTIMIZER).stream()
                .filter(type -> MinimizerSpec.class.isAssignableFrom(type.spec()))
                .map(TypeInfo::key)
                .toList();
    }

    private static MinimizerSpec spec(String key) {
        return MinimizersBenchmark.byDefault(key);
    }

    @ParameterizedTest
    @CsvSource({
        "newton: {}, 25",
        "levenberg_marquardt: {}, 20",
        "bfgs: {}, 45",
        "dfp: {line_search: {strong_wolfe: 0.1}}, 80",
        "lbfgs: {}, 45",
        "conjugate_gradient: {}, 40",
        "multi_batch_lbfgs: {}, 400"
    })
    void theMinimumOfRosenbrocksValleyIsFoundWithin(String minimizer, int iterations) {
        assertFound(minimizer, TestFunction.rosenbrock(), iterations);
    }

    @ParameterizedTest
    @CsvSource({
        "newton: {}, 1",
        "levenberg_marquardt: {}, 4",
        "bfgs: {}, 150",
        "lbfgs: {}, 180",
        "conjugate_gradient: {}, 220"
    })
    void theMinimumOfAQuadraticOfCondition10000IsFoundWithin(String minimizer, int iterations) {
        assertFound(minimizer, TestFunction.quadratic(DIMENSION), iterations);
    }

    @ParameterizedTest
    @CsvSource({
        "newton: {}, 8",
        "newton: conjugate_gradient, 12",
        "levenberg_marquardt: {}, 8",
        "bfgs: {}, 60",
        "bfgs: backtracking, 60",
        "dfp: {line_search: {strong_wolfe: 0.1}}, 100",
        "lbfgs: {}, 30",
        "lbfgs: {line_search: backtracking}, 40",
        "conjugate_gradient: {}, 30",
        "steepest_descent: {}, 100",
        "steepest_descent: strong_wolfe, 200",
        "multi_batch_lbfgs: {}, 400"
    })
    void theMinimumOfLogisticRegressionIsFoundWithin(String minimizer, int iterations) {
        assertFound(minimizer, LOGISTIC_REGRESSION, iterations);
    }

    private void assertFound(String minimizer, TestFunction function, int iterations) {
        Effort effort = new MinimizersBenchmark(implementation.open(), iterations, row -> {})
                .count(spec("{" + minimizer + "}"), function);
        assertTrue(effort.iterations() > 0 && effort.iterations() <= iterations, effort.toString());
    }

    @ParameterizedTest
    @CsvSource({"random_search", "simulated_annealing", "cauchy_annealing", "backprop_cauchy"})
    void theResultOfASearchAtRandomIsTheBestPointSoFar(String key) {
        TestObjective objective = new TestObjective(LOGISTIC_REGRESSION, implementation.open());
        Minimizer minimizer = Minimizers.compile(spec(key), objective, 3);
        double least = objective.gap();
        double start = least;
        for (int i = 1; i <= 100; i++) {
            minimizer.iterate(i, objective.valueAndGradient(), 0.5);
            least = Math.min(least, objective.gap());
        }
        objective.kernels().copy(minimizer.best().orElseThrow(), objective.point());
        assertTrue(objective.gap() <= least + 1e-12, objective.gap() + " is more than " + least);
        assertTrue(objective.gap() < 0.9 * start, objective.gap() + " from " + start);
    }

    @ParameterizedTest
    @MethodSource("minimizers")
    void theMemoryThatIsEstimatedIsThatWhichIsAllocated(String key) {
        long[] elements = {0};
        Kernels counting = counting(implementation.open(), elements);
        TestObjective objective = new TestObjective(LOGISTIC_REGRESSION, counting);
        long before = elements[0];
        Minimizers.compile(spec(key), objective, 1);
        long onHeap = List.of("newton", "levenberg_marquardt").contains(key) ? DIMENSION * DIMENSION * Double.BYTES : 0;
        assertEquals(Minimizers.bytes(spec(key), DIMENSION), (elements[0] - before) * Float.BYTES + onHeap);
    }

    private static Kernels counting(Kernels kernels, long[] elements) {
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("allocate")) {
                        elements[0] += (long) arguments[0];
                    }
                    return method.invoke(kernels, arguments);
                });
    }

    @Test
    void aSaddleIsLeftAlongNegativeCurvature() {
        for (String solver : List.of("cholesky", "conjugate_gradient")) {
            TestObjective objective = new TestObjective(new Saddle(), implementation.open());
            Minimizer newton = Minimizers.compile(spec("{newton: " + solver + "}"), objective, 1);
            for (int i = 1; i <= 30 && newton.ending().isEmpty(); i++) {
                newton.iterate(i, objective.valueAndGradient(), 1);
            }
            assertTrue(objective.gap() < 1e-6, solver + " ends " + objective.gap() + " above the minimum");
        }
    }

    @Test
    void aSingularHessianIsDamped() {
        TestObjective objective = new TestObjective(new Trough(), implementation.open());
        Minimizer newton = Minimizers.compile(spec("newton"), objective, 1);
        for (int i = 1; i <= 20 && newton.ending().isEmpty(); i++) {
            newton.iterate(i, objective.valueAndGradient(), 1);
        }
        assertTrue(objective.gap() < 1e-6, "ends " + objective.gap() + " above the minimum");
    }

    @ParameterizedTest
    @CsvSource({"steepest_descent", "conjugate_gradient", "lbfgs", "bfgs", "newton"})
    void aStepToWhereTheValueIsNotFiniteIsShortened(String key) {
        TestObjective objective = new TestObjective(new Barrier(), implementation.open());
        Minimizer minimizer = Minimizers.compile(spec(key), objective, 1);
        for (int i = 1; i <= 100 && minimizer.ending().isEmpty(); i++) {
            minimizer.iterate(i, objective.valueAndGradient(), 1);
        }
        assertTrue(objective.gap() < 1e-5, "ends " + objective.gap() + " above the minimum");
    }

    @ParameterizedTest
    @CsvSource({"steepest_descent", "conjugate_gradient", "lbfgs", "dfp", "newton", "levenberg_marquardt"})
    void aWrongGradientEndsTheIterationsWithAReasonAtTheStart(String key) {
        TestObjective objective = new TestObjective(new Uphill(), implementation.open());
        Minimizer minimizer = Minimizers.compile(spec(key), objective, 1);
        float[] start = objective.point().toArray();
        minimizer.iterate(1, objective.valueAndGradient(), 1);
        assertTrue(
                List.of(Ending.NO_DECREASE, Ending.DAMPING)
                        .contains(minimizer.ending().orElseThrow()),
                minimizer.ending().toString());
        assertTrue(Arrays.equals(start, objective.point().toArray()));
    }

    @Test
    void aGradientThatIsNotFiniteEndsTheIterations() {
        TestObjective objective = new TestObjective(TestFunction.rosenbrock(), implementation.open());
        Minimizer minimizer = Minimizers.compile(spec("lbfgs"), objective, 1);
        double value = objective.valueAndGradient();
        objective.gradient().set(new float[] {Float.NaN, 1});
        minimizer.iterate(1, value, 1);
        assertEquals(Optional.of(Ending.NOT_FINITE), minimizer.ending());
    }

    @Test
    void anEndIsRemembered() {
        TestObjective objective = new TestObjective(TestFunction.rosenbrock(), implementation.open());
        Minimizer minimizer = Minimizers.compile(spec("lbfgs"), objective, 1);
        double value = objective.valueAndGradient();
        objective.gradient().set(new float[2]);
        minimizer.iterate(1, value, 1);
        assertEquals(Optional.of(Ending.CONVERGED), minimizer.ending());
        Map<String, Double> numbers = minimizer.numbers();
        Minimizer second = Minimizers.compile(spec("lbfgs"), objective, 1);
        second.restore(numbers);
        assertEquals(Optional.of(Ending.CONVERGED), second.ending());
    }

    @Test
    void matricesForTooManyParametersAreRefusedWithTheNumberAndAlternatives() {
        TestObjective objective = new TestObjective(TestFunction.quadratic(5001), implementation.open());
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Minimizers.compile(spec("bfgs"), objective, 1))
                .getMessage();
        assertTrue(message.contains("5,000") && message.contains("5,001") && message.contains("lbfgs"), message);
    }

    /** {@code (x^2 - 1)^2 + y^2}, from near the saddle at 0. */
    private static final class Saddle implements TestFunction {
        @Override
        public double[] start() {
            return new double[] {1e-3, 0.5};
        }

        @Override
        public double least() {
            return 0;
        }

        @Override
        public double value(double[] x, double[] gradient) {
            double well = x[0] * x[0] - 1;
            if (gradient != null) {
                gradient[0] = 4 * x[0] * well;
                gradient[1] = 2 * x[1];
            }
            return well * well + x[1] * x[1];
        }

        @Override
        public void hessianProduct(double[] x, double[] v, double[] result) {
            result[0] = (12 * x[0] * x[0] - 4) * v[0];
            result[1] = 2 * v[1];
        }
    }

    /** {@code (x + y - 1)^2}: every point of a line is a minimum. */
    private static final class Trough implements TestFunction {
        @Override
        public double[] start() {
            return new double[] {3, 5};
        }

        @Override
        public double least() {
            return 0;
        }

        @Override
        public double value(double[] x, double[] gradient) {
            double rest = x[0] + x[1] - 1;
            if (gradient != null) {
                gradient[0] = 2 * rest;
                gradient[1] = 2 * rest;
            }
            return rest * rest;
        }

        @Override
        public void hessianProduct(double[] x, double[] v, double[] result) {
            result[0] = 2 * (v[0] + v[1]);
            result[1] = result[0];
        }
    }

    /** {@code x - log(x)}: not a number where x is negative. */
    private static final class Barrier implements TestFunction {
        @Override
        public double[] start() {
            return new double[] {9};
        }

        @Override
        public double least() {
            return 1;
        }

        @Override
        public double value(double[] x, double[] gradient) {
            if (gradient != null) {
                gradient[0] = 1 - 1 / x[0];
            }
            return x[0] - Math.log(x[0]);
        }

        @Override
        public void hessianProduct(double[] x, double[] v, double[] result) {
            result[0] = v[0] / (x[0] * x[0]);
        }
    }

    /** {@code |x|} from its minimum, with a gradient that claims otherwise. */
    private static final class Uphill implements TestFunction {
        @Override
        public double[] start() {
            return new double[] {0, 0};
        }

        @Override
        public double least() {
            return 0;
        }

        @Override
        public double value(double[] x, double[] gradient) {
            if (gradient != null) {
                gradient[0] = 1;
                gradient[1] = -1;
            }
            return Math.abs(x[0]) + Math.abs(x[1]);
        }

        @Override
        public void hessianProduct(double[] x, double[] v, double[] result) {
            result[0] = v[0];
            result[1] = v[1];
        }
    }
}
