package org.backprop.engine.sweep;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * The mean of normal densities around observed shares, cut off at 0 and 1, and of a wide one as prior. The standard
 * deviation of each is the greater distance to its neighbours, at least 1 / min(100, n + 1). Bergstra et al. 2011,
 * section 4.2.
 */
final class ParzenWindows implements Density {
    private static final double PRIOR = 0.5;
    private static final int ATTEMPTS = 100;
    private static final double BELOW_ONE = Math.nextDown(1.0);

    private final double[] centers;
    private final double[] deviations;

    ParzenWindows(double[] observed) {
        centers = DoubleStream.concat(Arrays.stream(observed), DoubleStream.of(PRIOR))
                .sorted()
                .toArray();
        deviations = new double[centers.length];
        int prior = Arrays.binarySearch(centers, PRIOR);
        double least = 1.0 / Math.min(100, centers.length);
        for (int i = 0; i < centers.length; i++) {
            double left = centers[i] - (i == 0 ? 0 : centers[i - 1]);
            double right = (i == centers.length - 1 ? 1 : centers[i + 1]) - centers[i];
            deviations[i] = i == prior ? 1 : Math.clamp(Math.max(left, right), least, 1);
        }
    }

    @Override
    public double at(double share) {
        double sum = 0;
        for (int i = 0; i < centers.length; i++) {
            double inside = cumulative((1 - centers[i]) / deviations[i]) - cumulative(-centers[i] / deviations[i]);
            double z = (share - centers[i]) / deviations[i];
            sum += StrictMath.exp(-z * z / 2) / (deviations[i] * Math.sqrt(2 * Math.PI) * inside);
        }
        return Math.max(sum / centers.length, Double.MIN_NORMAL);
    }

    @Override
    public double draw(SplittableRandom random) {
        int i = random.nextInt(centers.length);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double share = centers[i] + deviations[i] * normal(random);
            if (share >= 0 && share < 1) {
                return share;
            }
        }
        return Math.min(centers[i], BELOW_ONE);
    }

    /** Box and Muller 1958. */
    private static double normal(SplittableRandom random) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** The standard normal distribution function to 1e-7. Abramowitz, Stegun 1964, 26.2.17. */
    private static double cumulative(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
        return z < 0 ? tail : 1 - tail;
    }
}
