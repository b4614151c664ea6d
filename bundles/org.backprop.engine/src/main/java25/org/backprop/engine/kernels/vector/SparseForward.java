package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

import jdk.incubator.vector.FloatVector;

/**
 * {@code y = activation(x W^T + b)} for a W most of whose elements are 0. The samples are the lanes of the vectors, so x is
 * transposed before and the product afterwards; each element of W is multiplied with several samples at once.
 */
final class SparseForward implements Runnable {

    private static final int VECTORS = 4;

    private final Team team;
    private final Scratch scratch;
    private final Transpose samples;
    private final Transpose results;
    private final NativeView x;
    private final SparseRows weight;
    private final NativeView bias;
    private final Activation activation;
    private final NativeView y;
    private final NativeView product;
    private final Work multiply = this::multiply;
    private final Work activate = this::activate;

    SparseForward(
            Team team,
            Scratch scratch,
            NativeView x,
            NativeView weight,
            NativeView bias,
            Activation activation,
            NativeView y) {
        this.team = team;
        this.scratch = scratch;
        this.x = x;
        this.weight = SparseRows.of(weight);
        this.bias = bias;
        this.activation = activation;
        this.y = y;
        samples = new Transpose(scratch);
        results = new Transpose(scratch);
        product = new NativeView(new NativeBuffer(y.length()), 0, y.columns(), y.rows());
    }

    @Override
    public void run() {
        transpose(samples, x);
        team.run(multiply, Sharing.pays((long) weight.value().length * x.rows()));
        transpose(results, product);
        team.run(activate, Sharing.pays(y.length()));
    }

    private void transpose(Transpose transpose, NativeView matrix) {
        transpose.set(matrix);
        team.run(transpose, Sharing.pays(matrix.length()));
    }

    private void multiply(int part, int parts) {
        int end = Work.end(y.columns(), 1, part, parts);
        for (int output = Work.begin(y.columns(), 1, part, parts); output < end; output++) {
            int sample = 0;
            for (; sample + VECTORS * Lanes.COUNT <= x.rows(); sample += VECTORS * Lanes.COUNT) {
                fourVectors(output, sample);
            }
            for (; sample + Lanes.COUNT <= x.rows(); sample += Lanes.COUNT) {
                oneVector(output, sample);
            }
            for (; sample < x.rows(); sample++) {
                oneSample(output, sample);
            }
        }
    }

    private void fourVectors(int output, int sample) {
        int[] column = weight.column();
        float[] value = weight.value();
        long from = Lanes.at(samples.address(), sample);
        long stride = Lanes.at(0, x.rows());
        FloatVector a = FloatVector.zero(SPECIES);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        for (int i = weight.start()[output]; i < weight.start()[output + 1]; i++) {
            long at = from + column[i] * stride;
            FloatVector w = FloatVector.broadcast(SPECIES, value[i]);
            a = FloatVector.fromMemorySegment(SPECIES, MEMORY, at, ORDER).fma(w, a);
            b = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + Lanes.BYTES, ORDER)
                    .fma(w, b);
            c = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 2L * Lanes.BYTES, ORDER)
                    .fma(w, c);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 3L * Lanes.BYTES, ORDER)
                    .fma(w, d);
        }
        long to = Lanes.at(product.row(output), sample);
        a.intoMemorySegment(MEMORY, to, ORDER);
        b.intoMemorySegment(MEMORY, to + Lanes.BYTES, ORDER);
        c.intoMemorySegment(MEMORY, to + 2L * Lanes.BYTES, ORDER);
        d.intoMemorySegment(MEMORY, to + 3L * Lanes.BYTES, ORDER);
    }

    private void oneVector(int output, int sample) {
        int[] column = weight.column();
        float[] value = weight.value();
        long from = Lanes.at(samples.address(), sample);
        long stride = Lanes.at(0, x.rows());
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = weight.start()[output]; i < weight.start()[output + 1]; i++) {
            FloatVector w = FloatVector.broadcast(SPECIES, value[i]);
            sum = FloatVector.fromMemorySegment(SPECIES, MEMORY, from + column[i] * stride, ORDER)
                    .fma(w, sum);
        }
        sum.intoMemorySegment(MEMORY, Lanes.at(product.row(output), sample), ORDER);
    }

    private void oneSample(int output, int sample) {
        int[] column = weight.column();
        float[] value = weight.value();
        long from = Lanes.at(samples.address(), sample);
        long stride = Lanes.at(0, x.rows());
        float even = 0;
        float odd = 0;
        int end = weight.start()[output + 1];
        int i = weight.start()[output];
        for (; i + 1 < end; i += 2) {
            even = Math.fma(value[i], Lanes.get(from + column[i] * stride), even);
            odd = Math.fma(value[i + 1], Lanes.get(from + column[i + 1] * stride), odd);
        }
        if (i < end) {
            even = Math.fma(value[i], Lanes.get(from + column[i] * stride), even);
        }
        Lanes.set(Lanes.at(product.row(output), sample), even + odd);
    }

    private void activate(int part, int parts) {
        int end = Work.end(y.rows(), 1, part, parts);
        long biases = bias == null ? 0 : bias.address();
        for (int i = Work.begin(y.rows(), 1, part, parts); i < end; i++) {
            long from = Lanes.at(results.address(), (long) i * y.columns());
            Activations.forward(activation, from, biases, y.row(i), y.columns(), scratch.of(part));
        }
    }
}
