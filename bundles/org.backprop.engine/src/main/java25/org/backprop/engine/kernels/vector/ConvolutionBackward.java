package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;
import org.backprop.model.Window;

/**
 * Gradients of a convolution. The batch is divided into chunks; each adds up its own gradient of the weights and biases, and
 * these are added in order.
 */
final class ConvolutionBackward implements Work {

    private final Team team;
    private final Convolutions convolutions;
    private final Workspace workspace;
    private final ActivationWork activations;
    private final ChunkSums sums;
    private Convolution convolution;
    private NativeView x;
    private NativeView y;
    private boolean positiveOnly;
    private NativeView dy;
    private NativeView dx;
    private int chunks;
    private int group;
    private int[] steps;

    ConvolutionBackward(Team team, Convolutions convolutions, Workspace workspace, ActivationWork activations) {
        this.team = team;
        this.convolutions = convolutions;
        this.workspace = workspace;
        this.activations = activations;
        sums = new ChunkSums(team);
    }

    /** Computes the gradients; see {@link org.backprop.engine.kernels.Kernels#conv2dBackward}. */
    void run(
            Window window,
            int groups,
            NativeView x,
            NativeView weight,
            NativeView y,
            Activation activation,
            NativeView dy,
            NativeView weightGradient,
            NativeView biasGradient,
            NativeView dx) {
        this.x = x;
        this.y = y;
        this.dy = dy;
        this.dx = dx;
        positiveOnly = activation == Activation.RELU;
        if (activation != Activation.RELU && activation != Activation.LINEAR) {
            activations.backward(activation, y, dy, dy);
        }
        convolution = convolutions.of(window, groups, x, weight);
        chunks = ConvolutionChunks.count(x.rows(), convolution);
        group = ConvolutionChunks.group(x.rows(), chunks, convolution);
        if (dx != null) {
            for (ConvolutionPhase phase : convolution.phases()) {
                phase.panels().pack(team, weight.address(), 0);
            }
        }
        steps = convolution.steps(group);
        sums.reserve(convolution, chunks);
        workspace.reserve(team.size(), size());
        team.run(this, Sharing.pays(x.rows() * convolution.operations()));
        sums.total(weightGradient, biasGradient);
    }

    private int tileRows() {
        return FilterProduct.tileRows(convolution.groupFilters());
    }

    /** Vectors of a position of all filters of a group, in whole tiles. */
    private int tiledFilters() {
        return Math.ceilDiv(convolution.groupFilters(), tileRows()) * tileRows();
    }

    private int runSize() {
        return convolution.vectors() * Lanes.COUNT;
    }

    private long tilesSize() {
        return (long) group * convolution.groups() * tiledFilters() * runSize();
    }

    private long copiesSize() {
        return convolution.lowering().isInPlace()
                ? 0
                : (long) group * convolution.lowering().size();
    }

    private long biasesSize() {
        return (long) LaneSums.vectors(convolution.filters()) * Lanes.COUNT;
    }

    private long dzSize() {
        return (long) convolution.filters() * runSize();
    }

    private long size() {
        long scratch = Math.max(WeightGradient.SCRATCH, InputGradient.scratch(convolution));
        return tilesSize() + copiesSize() + biasesSize() + dzSize() + scratch;
    }

    @Override
    public void run(int part, int parts) {
        int end = Work.end(chunks, 1, part, parts);
        for (int chunk = Work.begin(chunks, 1, part, parts); chunk < end; chunk++) {
            sums.clear(chunk);
            int last = Work.end(x.rows(), 1, chunk, chunks);
            for (int sample = Work.begin(x.rows(), 1, chunk, chunks); sample < last; sample += group) {
                compute(sample, Math.min(group, last - sample), chunk, workspace.of(part));
            }
        }
    }

    private void compute(int sample, int samples, int chunk, long tiles) {
        long copies = Lanes.at(tiles, tilesSize());
        long biases = Lanes.at(copies, copiesSize());
        long dz = Lanes.at(biases, biasesSize());
        long scratch = Lanes.at(dz, dzSize());
        PlaneRows.clear(biases, (int) biasesSize(), 1, 0);
        for (int i = 0; i < samples; i++) {
            rows(sample + i, i * convolution.vectors(), samples * convolution.vectors(), tiles, dz, biases);
            if (dx != null) {
                InputGradient.compute(convolution, dz, Lanes.at(0, runSize()), dx.row(sample + i), scratch);
            }
        }
        LaneSums.add(biases, convolution.filters(), sums.biases(chunk));
        weightGradient(sample, samples, chunk, tiles, copies, scratch);
    }

    /** Writes dz of a sample, as it is and from a step of the tiles on, and adds it to the biases' vectors. */
    private void rows(int sample, int step, int steps, long tiles, long dz, long biases) {
        int filters = convolution.groupFilters();
        for (int filter = 0; filter < convolution.filters(); filter++) {
            int row = filter / filters * tiledFilters() + filter % filters;
            long first = (long) row / tileRows() * steps + step;
            long tile = tiles + (first * tileRows() + row % tileRows()) * Lanes.BYTES;
            long run = dx == null ? 0 : Lanes.at(dz, (long) filter * runSize());
            row(sample, filter, tile, run, biases + (long) filter * Lanes.BYTES);
        }
    }

    private void row(int sample, int filter, long tile, long run, long sum) {
        int positions = convolution.positions();
        long from = Lanes.at(0, (long) filter * positions);
        long tileStep = (long) tileRows() * Lanes.BYTES;
        if (positiveOnly) {
            GradientRows.copyPositive(y.row(sample) + from, dy.row(sample) + from, positions, tile, tileStep, run, sum);
        } else {
            GradientRows.copy(dy.row(sample) + from, positions, tile, tileStep, run, sum);
        }
    }

    private void weightGradient(int sample, int samples, int chunk, long tiles, long copies, long scratch) {
        Lowering lowering = convolution.lowering();
        long runs = x.row(sample);
        if (!lowering.isInPlace()) {
            runs = copies;
            for (int i = 0; i < samples; i++) {
                long to = Lanes.at(copies, (long) i * lowering.size());
                lowering.copy(x.row(sample + i), convolution.inputPlaneBytes(), to);
            }
        }
        int count = samples * convolution.vectors();
        for (int i = 0; i < convolution.groups(); i++) {
            WeightGradient.add(
                    convolution.groupFilters(),
                    tiles + (long) i * tiledFilters() * count * Lanes.BYTES,
                    convolution.offsets(),
                    runs + i * convolution.groupChannels() * lowering.planeBytes(),
                    count,
                    steps,
                    sums.weights(chunk, i),
                    scratch);
        }
    }
}
