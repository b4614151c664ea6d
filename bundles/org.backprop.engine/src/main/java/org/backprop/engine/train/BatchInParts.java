package org.backprop.engine.train;

import java.util.HashMap;
import java.util.Map;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.minimize.Vectors;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;

/**
 * A batch in two parts: the samples that the next batch does not have, and those at its end that it begins with. So the
 * gradient of the latter is known without computing it again. Statistics of a batch, as batch normalization takes them, are
 * those of a part. Allocates once for each size of a batch.
 */
final class BatchInParts extends LocalBatch {

    private final Network network;
    private final Kernels kernels;
    private final Vectors vectors;
    private final int most;
    private final View inputs;
    private final View targets;
    private final View gradient;
    private final View sum;
    private final View shared;
    private final Map<Plan, Parts> known = new HashMap<>();
    private Parts parts;
    private Plan latest;
    private double loss;
    private int correct;

    /**
     * The parts of a batch. Plans share their memory: what lies in the first rows of the batch lies in those of the rest.
     *
     * @param rest plan for the samples that are not shared; null if all are
     * @param last plan for the shared ones
     * @param inBatch where the batch has the features and targets of the shared ones
     * @param kept where they are kept
     */
    private record Parts(Plan batch, Plan rest, Plan last, Samples inBatch, Samples kept) {
        double share(Plan part) {
            return (double) part.input().rows() / batch.input().rows();
        }
    }

    /** Features and targets of neighbouring samples. */
    private record Samples(View input, View targets) {
        static Samples of(View input, View targets, int from, int count) {
            return new Samples(rows(input, from, count), rows(targets, from, count));
        }

        private static View rows(View whole, int from, int count) {
            return whole.buffer().view(whole.offset() + (long) from * whole.columns(), count, whole.columns());
        }
    }

    /** @param most number of samples that a batch has in common with the next one, unless it has fewer */
    BatchInParts(Network network, Batches batches, int most) {
        super(batches);
        this.network = network;
        this.most = most;
        kernels = network.kernels();
        inputs = kernels.allocate((long) most * network.inputs()).view(0, most, network.inputs());
        targets = kernels.allocate((long) most * network.targetColumns()).view(0, most, network.targetColumns());
        gradient = network.gradientVector().orElseThrow();
        vectors = new Vectors(kernels, gradient.length());
        sum = vectors.create();
        shared = vectors.create();
    }

    @Override
    public void forward(Plan batch, Pass pass) {
        parts = known.get(batch);
        if (parts == null) {
            parts = parts(batch);
            known.put(batch, parts);
        }
        copy(parts.inBatch(), parts.kept());
        loss = 0;
        correct = 0;
        if (parts.rest() != null) {
            restForward(pass);
        }
        if (Double.isFinite(loss)) {
            forwardShared(pass);
            add(parts.last());
        }
    }

    private void restForward(Pass pass) {
        Plan rest = parts.rest();
        latest = rest;
        rest.forward(pass);
        add(rest);
        if (Double.isFinite(loss)) {
            rest.backward(pass);
            vectors.copy(parts.share(rest), gradient, sum);
        }
    }

    private void add(Plan part) {
        loss += parts.share(part) * part.loss();
        correct += part.correct();
    }

    private Parts parts(Plan batch) {
        int rows = batch.input().rows();
        int last = Math.min(most, rows);
        return new Parts(
                batch,
                rows == last ? null : network.plan(rows - last),
                network.plan(last),
                Samples.of(batch.input(), batch.targets(), rows - last, last),
                Samples.of(inputs, targets, 0, last));
    }

    private void copy(Samples from, Samples to) {
        kernels.copy(from.input(), to.input());
        kernels.copy(from.targets(), to.targets());
    }

    private void forwardShared(Pass pass) {
        latest = parts.last();
        kernels.copy(parts.kept().input(), latest.input());
        kernels.copy(parts.kept().targets(), latest.targets());
        latest.forward(pass);
    }

    @Override
    public Plan plan() {
        return latest;
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public int correct() {
        return correct;
    }

    @Override
    public void backward(Pass pass) {
        parts.last().backward(pass);
        kernels.copy(gradient, shared);
        if (parts.rest() != null) {
            vectors.add(parts.share(parts.last()), gradient, sum);
            kernels.copy(sum, gradient);
        }
    }

    /** Leaves the gradient of the shared samples, as it was in the last {@link #backward}, in the network's gradient. */
    void recallShared() {
        kernels.copy(shared, gradient);
    }

    /** Computes the gradient of the shared samples at the present point. */
    void computeShared(Pass pass) {
        forwardShared(pass);
        parts.last().backward(pass);
    }
}
