package org.backprop.engine.kernels;

import java.util.Arrays;

/** The dense layer by three matrix products, which the threads share; see {@link Kernels#denseForward}. */
final class Nd4jDense {

    private final Blocks blocks;
    private final Activator[] activators;
    private final TeamProducts products;
    private final double[][] sums;
    private float[] biases = new float[0];

    Nd4jDense(Team team, Blocks blocks, Activator[] activators) {
        this.blocks = blocks;
        this.activators = activators;
        products = new TeamProducts(team);
        sums = new double[team.size()][0];
    }

    void forward(Nd4jView x, Nd4jView weight, Nd4jView bias, Activation activation, Nd4jView y) {
        Panel factor = Panel.of(weight).transposed();
        products.multiply(y.rows(), y.columns(), x.columns(), Panel.of(x), factor, Panel.of(y));
        if (bias != null) {
            biases = Blocks.grown(biases, bias.length());
            bias.elements().get(0, biases, 0, bias.length());
        }
        if (bias != null || activation != Activation.LINEAR) {
            float[] row = bias == null ? null : biases;
            blocks.runRows(
                    1,
                    (part, rows, columns, a, b) -> {
                        if (row != null) {
                            ActivationLoops.addBias(rows, columns, a, row);
                        }
                        activators[part].forward(activation, rows, columns, a);
                    },
                    y);
        }
    }

    void backward(
            Nd4jView x,
            Nd4jView weight,
            Nd4jView y,
            Activation activation,
            Nd4jView dy,
            Nd4jView weightGradient,
            Nd4jView biasGradient,
            Nd4jView dx) {
        int n = dy.rows();
        int out = dy.columns();
        int in = x.columns();
        differentiate(y, activation, dy, biasGradient);
        products.multiply(out, in, n, Panel.of(dy).transposed(), Panel.of(x), Panel.of(weightGradient));
        if (dx != null) {
            products.multiply(n, in, out, Panel.of(dy), Panel.of(weight), Panel.of(dx));
        }
    }

    private void differentiate(Nd4jView y, Activation activation, Nd4jView dy, Nd4jView biasGradient) {
        if (biasGradient == null && activation == Activation.LINEAR) {
            return;
        }
        for (int part = 0; part < sums.length; part++) {
            sums[part] = sums[part].length < dy.columns() ? new double[dy.columns()] : sums[part];
            Arrays.fill(sums[part], 0);
        }
        boolean isLinear = activation == Activation.LINEAR;
        blocks.runRows(
                isLinear ? 0 : 1,
                (part, rows, columns, a, b) -> {
                    Activator.backward(activation, rows, columns, a, b);
                    ReductionLoops.addRows(rows, columns, a, sums[part]);
                },
                isLinear ? new View[] {dy} : new View[] {dy, y});
        for (int i = 0; biasGradient != null && i < dy.columns(); i++) {
            double sum = 0;
            for (double[] partSums : sums) {
                sum += partSums[i];
            }
            biasGradient.elements().put(i, (float) sum);
        }
    }
}
