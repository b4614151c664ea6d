package org.backprop.engine.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.backprop.engine.kernels.Kernels;

/** How the time of a step grows with the network: as a power of one quantity at a time. */
public final class ScaleBenchmark {
    private static final double MILLIS = 1e3;

    private final Kernels kernels;
    private final BenchOptimizer optimizer;
    private final Contest contest;
    private final Consumer<Row> results;

    /** A benchmark that hands each result to {@code results}. */
    public ScaleBenchmark(Kernels kernels, BenchOptimizer optimizer, Contest contest, Consumer<Row> results) {
        this.kernels = kernels;
        this.optimizer = optimizer;
        this.contest = contest;
        this.results = results;
    }

    /**
     * Trains all networks of a sweep in turn, in this process; each result has the exponent fitted through all of them.
     *
     * @param mostParameters larger networks are left out; at least two must remain
     */
    public void run(Sweep sweep, long mostParameters) throws IOException {
        List<ScalePoint> points = sweep.points(mostParameters);
        List<Round> rounds = contest.run(points.stream()
                .map(point -> new EngineContestant(point.model(optimizer), point.data(), kernels))
                .toList());
        double[] sizes = new double[points.size()];
        double[] seconds = new double[points.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = sweep.quantity(points.get(i));
            seconds[i] = 1 / Statistics.median(Round.values(rounds, i, Measurement::rate));
        }
        double exponent = PowerLaw.exponent(sizes, seconds);
        for (int i = 0; i < sizes.length; i++) {
            results.accept(row(sweep, points.get(i), seconds[i], exponent));
        }
    }

    private Row row(Sweep sweep, ScalePoint point, double seconds, double exponent) {
        return new Row()
                .with("sweep", sweep.key())
                .with("parameters", point.parameters())
                .with("batch", point.batch())
                .with("depth", point.depth())
                .with("optimizer", optimizer.key())
                .with("threads", kernels.threads())
                .with("step_ms", seconds * MILLIS, 4)
                .with("exponent", exponent, 3);
    }
}
