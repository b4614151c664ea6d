package org.backprop.engine.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.minimize.Minimizer;
import org.backprop.engine.minimize.Minimizers;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.ModelReader;
import org.backprop.model.TypeInfo;

/** Counts the iterations that each minimizer takes to the minima of a few functions, with its default parameters. */
public final class MinimizersBenchmark {

    private static final double ENOUGH = 1e-6;
    private static final int DIMENSION = 20;
    private static final String NEVER = "-";

    private final Kernels kernels;
    private final int limit;
    private final Consumer<List<Row>> report;

    /**
     * A benchmark.
     *
     * @param limit most iterations
     * @param report takes all rows
     */
    public MinimizersBenchmark(Kernels kernels, int limit, Consumer<List<Row>> report) {
        this.kernels = kernels;
        this.limit = limit;
        this.report = report;
    }

    /** Runs every minimizer of the catalogue on every function. */
    public void run() {
        Map<String, TestFunction> functions = new LinkedHashMap<>();
        functions.put("rosenbrock", TestFunction.rosenbrock());
        functions.put("quadratic", TestFunction.quadratic(DIMENSION));
        functions.put("logistic_regression", TestFunction.logisticRegression(DIMENSION));
        List<Row> rows = new ArrayList<>();
        for (TypeInfo type : Catalogue.types(Family.OPTIMIZER)) {
            if (MinimizerSpec.class.isAssignableFrom(type.spec())) {
                MinimizerSpec spec = byDefault(type.key());
                functions.forEach((name, function) -> rows.add(row(type.key(), name, count(spec, function))));
            }
        }
        report.accept(rows);
    }

    /** A minimizer as a model file that gives its name alone has it. */
    public static MinimizerSpec byDefault(String key) {
        String text = """
                backprop: 1
                data: {csv: none.csv}
                network: {input: [1], layers: [{dense: 1}]}
                training: {loss: mse, batch_size: full, optimizer: %s}
                """.formatted(key);
        return (MinimizerSpec) ModelReader.read("minimizer.nn.yaml", text)
                .model()
                .orElseThrow()
                .training()
                .optimizer();
    }

    /**
     * What a minimizer took.
     *
     * @param iterations until the value was within 1e-6 of the least, -1 if it never was
     * @param evaluations values, gradients and products until then
     * @param flat iterations until the norm of the gradient was a millionth of that at the start, -1 if it never was
     */
    public record Effort(int iterations, int evaluations, int flat) {}

    /** Minimizes until both goals are reached, there is nothing more to do, or the limit is. */
    public Effort count(MinimizerSpec spec, TestFunction function) {
        TestObjective objective = new TestObjective(function, kernels);
        Minimizer minimizer = Minimizers.compile(spec, objective, 1);
        double flatEnough = ENOUGH * objective.gradientNorm();
        int iterations = -1;
        int evaluations = 0;
        int flat = -1;
        for (int i = 0; i <= limit && (iterations < 0 || flat < 0); i++) {
            if (iterations < 0 && objective.gap() <= ENOUGH) {
                iterations = i;
                evaluations = objective.evaluations();
            }
            if (flat < 0 && objective.gradientNorm() <= flatEnough) {
                flat = i;
            }
            if (minimizer.ending().isPresent()) {
                break;
            }
            minimizer.iterate(i + 1, objective.valueAndGradient(), spec.learningRate());
        }
        return new Effort(iterations, evaluations, flat);
    }

    private static Row row(String minimizer, String function, Effort effort) {
        boolean reached = effort.iterations() >= 0;
        return new Row()
                .with("minimizer", minimizer)
                .with("function", function)
                .with("iterations", reached ? String.valueOf(effort.iterations()) : NEVER)
                .with("evaluations", reached ? String.valueOf(effort.evaluations()) : NEVER)
                .with("gradient", effort.flat() >= 0 ? String.valueOf(effort.flat()) : NEVER);
    }
}
