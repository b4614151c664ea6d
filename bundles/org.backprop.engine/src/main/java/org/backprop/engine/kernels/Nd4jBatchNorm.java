package org.backprop.engine.kernels;

import java.util.stream.Stream;

/** Batch normalization, whose columns the threads share; see {@link Kernels#batchNormForward}. */
final class Nd4jBatchNorm {

    private static final int LEAST_SHARED = 16_384;

    private final Team team;
    private final BatchNormBand[] parts;
    private ChannelCoefficients channels = new ChannelCoefficients(0);

    Nd4jBatchNorm(Team team) {
        this.team = team;
        parts = Stream.generate(BatchNormBand::new).limit(team.size()).toArray(BatchNormBand[]::new);
    }

    /** A pass over a band of columns. */
    @FunctionalInterface
    private interface Pass {
        void run(BatchNormBand part, ChannelColumns band);
    }

    private void open(int count) {
        channels = channels.count() == count ? channels : new ChannelCoefficients(count);
        for (BatchNormBand part : parts) {
            part.open(count);
        }
    }

    private void forEachBand(Nd4jView x, Pass pass) {
        int columns = x.columns();
        int positions = columns / channels.count();
        int width = Math.min(BatchNormBand.WIDTH, Math.ceilDiv(columns, team.size()));
        team.run(
                (part, count) -> {
                    int end = Work.end(columns, width, part, count);
                    for (int from = Work.begin(columns, width, part, count); from < end; from += width) {
                        pass.run(parts[part], new ChannelColumns(from, Math.min(width, end - from), positions));
                    }
                },
                x.length() >= LEAST_SHARED);
    }

    private ChannelSums totals() {
        ChannelSums totals = parts[0].totals();
        for (int part = 1; part < parts.length; part++) {
            totals.add(parts[part].totals());
        }
        return totals;
    }

    void forward(
            BatchNormStep step,
            Nd4jView x,
            Nd4jView gamma,
            Nd4jView beta,
            Nd4jView runningMean,
            Nd4jView runningVariance,
            Nd4jView saved,
            Activation activation,
            Nd4jView y) {
        open(step.channels());
        for (int channel = 0; channel < step.channels(); channel++) {
            channels.mean()[channel] = x.elements().get(channel * (x.columns() / step.channels()));
        }
        forEachBand(x, (part, band) -> part.addDistances(band, x, channels));
        ChannelSums totals = totals();
        double count = (double) x.rows() * x.columns() / step.channels();
        for (int channel = 0; channel < step.channels(); channel++) {
            double distance = totals.sum()[channel] / count;
            double variance = Math.max(0, totals.product()[channel] / count - distance * distance);
            double mean = channels.mean()[channel] + distance;
            saved.elements().put(channel, (float) mean);
            saved.elements().put(step.channels() + channel, (float) (1 / Math.sqrt(variance + step.epsilon())));
            move(step, runningMean, channel, mean);
            move(step, runningVariance, channel, count == 1 ? variance : variance * count / (count - 1));
            set(step, channel, mean, variance, gamma, beta);
        }
        forEachBand(x, (part, band) -> part.normalize(band, x, channels, activation, y));
    }

    private static void move(BatchNormStep step, Nd4jView running, int channel, double value) {
        double before = running.elements().get(channel);
        running.elements().put(channel, (float) (before + step.momentum() * (value - before)));
    }

    private void set(BatchNormStep step, int channel, double mean, double variance, Nd4jView gamma, Nd4jView beta) {
        double factor = gamma == null ? 1 : gamma.elements().get(channel);
        channels.mean()[channel] = mean;
        channels.scale()[channel] = factor / Math.sqrt(variance + step.epsilon());
        channels.shift()[channel] = beta == null ? 0 : beta.elements().get(channel);
    }

    void inference(
            BatchNormStep step,
            Nd4jView x,
            Nd4jView gamma,
            Nd4jView beta,
            Nd4jView runningMean,
            Nd4jView runningVariance,
            Activation activation,
            Nd4jView y) {
        open(step.channels());
        for (int channel = 0; channel < step.channels(); channel++) {
            double mean = runningMean.elements().get(channel);
            set(step, channel, mean, runningVariance.elements().get(channel), gamma, beta);
        }
        forEachBand(x, (part, band) -> part.normalize(band, x, channels, activation, y));
    }

    void backward(
            BatchNormStep step,
            Nd4jView x,
            Nd4jView gamma,
            Nd4jView saved,
            Nd4jView y,
            Activation activation,
            Nd4jView dy,
            Nd4jView gammaGradient,
            Nd4jView betaGradient,
            Nd4jView dx) {
        open(step.channels());
        for (int channel = 0; channel < step.channels(); channel++) {
            channels.mean()[channel] = saved.elements().get(channel);
        }
        forEachBand(x, (part, band) -> part.addGradients(band, x, channels, y, activation, dy));
        ChannelSums totals = totals();
        double count = (double) x.rows() * x.columns() / step.channels();
        for (int channel = 0; channel < step.channels(); channel++) {
            double root = saved.elements().get(step.channels() + channel);
            put(gammaGradient, channel, totals.product()[channel] * root);
            put(betaGradient, channel, totals.sum()[channel]);
            channels.scale()[channel] =
                    root * (gamma == null ? 1 : gamma.elements().get(channel));
            channels.shift()[channel] = totals.sum()[channel] / count;
            channels.slope()[channel] = totals.product()[channel] * root * root / count;
        }
        if (dx != null) {
            forEachBand(x, (part, band) -> part.differentiate(band, x, channels, dy, dx));
        }
    }

    private static void put(Nd4jView gradient, int channel, double value) {
        if (gradient != null) {
            gradient.elements().put(channel, (float) value);
        }
    }
}
