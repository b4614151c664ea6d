package org.backprop.engine.kernels;

import java.util.stream.Stream;

/** The convolution, whose samples the threads share; see {@link Kernels#conv2dForward}. */
final class Nd4jConv2d {

    private final Samples samples;
    private final SampleConvolution[] parts;
    private final PartialSums weightSums;
    private final PartialSums biasSums;

    Nd4jConv2d(Team team) {
        samples = new Samples(team);
        parts = Stream.generate(SampleConvolution::new).limit(team.size()).toArray(SampleConvolution[]::new);
        weightSums = new PartialSums(team.size());
        biasSums = new PartialSums(team.size());
    }

    void forward(
            ConvolutionShape shape, Nd4jView x, Nd4jView weight, Nd4jView bias, Activation activation, Nd4jView y) {
        samples.forEach(
                x.rows(),
                shape.multiplications() * x.rows(),
                (part, first, count) -> parts[part].forward(
                        shape, x.rows(first, count), weight, bias, activation, y.rows(first, count)));
    }

    void backward(
            ConvolutionShape shape,
            Nd4jView x,
            Nd4jView weight,
            Nd4jView y,
            Activation activation,
            Nd4jView dy,
            Nd4jView weightGradient,
            Nd4jView biasGradient,
            Nd4jView dx) {
        int count = samples.forEach(
                x.rows(),
                shape.multiplications() * x.rows(),
                (part, first, rows) -> parts[part].backward(
                        shape,
                        x.rows(first, rows),
                        weight,
                        y.rows(first, rows),
                        activation,
                        dy.rows(first, rows),
                        weightSums.of(part, weightGradient),
                        biasSums.of(part, biasGradient),
                        dx == null ? null : dx.rows(first, rows)));
        weightSums.addUp(count, weightGradient);
        biasSums.addUp(count, biasGradient);
    }
}
