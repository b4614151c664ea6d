package org.backprop.engine.bench;

/** Fits {@code y = c x^e}. */
final class PowerLaw {

    private PowerLaw() {}

    /**
     * The exponent e: the slope of the least-squares line through the logarithms.
     *
     * @param x at least two different positive values
     * @param y as many positive values
     */
    static double exponent(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += Math.log(x[i]) / x.length;
            meanY += Math.log(y[i]) / x.length;
        }
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            double distance = Math.log(x[i]) - meanX;
            covariance += distance * (Math.log(y[i]) - meanY);
            variance += distance * distance;
        }
        return covariance / variance;
    }
}
