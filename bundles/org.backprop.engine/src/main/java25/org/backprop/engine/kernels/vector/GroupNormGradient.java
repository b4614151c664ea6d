package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.GroupNormStep;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/**
 * Gradients of {@link GroupNorm}. Each of a fixed number of chunks of samples adds up its own gradients of scales and shifts,
 * so that their sum does not depend on the number of threads.
 */
final class GroupNormGradient implements Work {

    private static final int MOST_CHUNKS = 8;

    private final Team team;
    private final Workspace workspace = new Workspace();
    private GroupNormStep step;
    private NativeView x;
    private NativeView gamma;
    private NativeView saved;
    private NativeView dy;
    private NativeView dx;
    private int length;
    private int chunks;

    GroupNormGradient(Team team) {
        this.team = team;
    }

    /** Computes the gradients; see {@link org.backprop.engine.kernels.Kernels#groupNormBackward}. */
    void run(
            GroupNormStep step,
            NativeView x,
            NativeView gamma,
            NativeView saved,
            NativeView dy,
            NativeView gammaGradient,
            NativeView betaGradient,
            NativeView dx) {
        this.step = step;
        this.x = x;
        this.gamma = gamma;
        this.saved = saved;
        this.dy = dy;
        this.dx = dx;
        length = step.length(x.columns());
        chunks = Math.min(MOST_CHUNKS, x.rows());
        workspace.reserve(chunks, 2L * Lanes.COUNT + 2L * step.features());
        team.run(this, Sharing.pays(3L * x.length()));
        if (gammaGradient != null) {
            for (int feature = 0; feature < step.features(); feature++) {
                Lanes.set(Lanes.at(gammaGradient.address(), feature), total(0, feature));
                Lanes.set(Lanes.at(betaGradient.address(), feature), total(1, feature));
            }
        }
    }

    /** Address of a chunk's gradients: of scales (0) or shifts (1). */
    private long gradients(int chunk, int index) {
        return Lanes.at(workspace.of(chunk), 2L * Lanes.COUNT + (long) index * step.features());
    }

    private float total(int index, int feature) {
        double sum = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            sum += Lanes.get(Lanes.at(gradients(chunk, index), feature));
        }
        return (float) sum;
    }

    @Override
    public void run(int part, int parts) {
        int end = Work.end(chunks, 1, part, parts);
        for (int chunk = Work.begin(chunks, 1, part, parts); chunk < end; chunk++) {
            PlaneRows.clear(workspace.of(chunk), 2 * Lanes.COUNT + 2 * step.features(), 1, 0);
            int first = Work.begin(x.rows(), 1, chunk, chunks) * step.groups();
            int last = Work.end(x.rows(), 1, chunk, chunks) * step.groups();
            for (int run = first; run < last; run++) {
                if (gamma != null && step.inner() == 1) {
                    differentiateFeatures(run, chunk);
                } else {
                    differentiateChannels(run, chunk);
                }
            }
        }
    }

    private long at(NativeView view, int run) {
        return Lanes.at(view.address(), (long) run * length);
    }

    private void differentiateFeatures(int run, int chunk) {
        float mean = Lanes.get(Lanes.at(saved.row(0), run));
        float factor = Lanes.get(Lanes.at(saved.row(1), run));
        int feature = step.feature(run, length);
        long ofGamma = Lanes.at(gradients(chunk, 0), feature);
        GroupRuns.addGradients(
                at(x, run), at(dy, run), length, mean, factor, ofGamma, Lanes.at(gradients(chunk, 1), feature));
        if (dx != null) {
            long sums = workspace.of(chunk);
            long gammas = Lanes.at(gamma.address(), feature);
            GroupRuns.sums(at(x, run), at(dy, run), gammas, length, mean, sums);
            double sum = Reductions.sumOfLanes(sums);
            double dot = Reductions.sumOfLanes(sums + Lanes.BYTES);
            GroupRuns.gradient(
                    at(x, run),
                    at(dy, run),
                    gammas,
                    at(dx, run),
                    length,
                    mean,
                    factor,
                    (float) (sum / length),
                    slope(factor, dot));
        }
    }

    private float slope(double factor, double dot) {
        return (float) (-factor * factor * factor * dot / length);
    }

    private float scale(int feature) {
        return gamma == null ? 1 : Lanes.get(Lanes.at(gamma.address(), feature));
    }

    private void differentiateChannels(int run, int chunk) {
        float mean = Lanes.get(Lanes.at(saved.row(0), run));
        float factor = Lanes.get(Lanes.at(saved.row(1), run));
        int feature = step.feature(run, length);
        long sums = workspace.of(chunk);
        double sum = 0;
        double dot = 0;
        for (int at = 0, f = feature; at < length; at += step.inner(), f++) {
            PlaneRows.clear(sums, 2 * Lanes.COUNT, 1, 0);
            ChannelRuns.addGradients(Lanes.at(at(x, run), at), Lanes.at(at(dy, run), at), step.inner(), mean, sums);
            double first = Reductions.sumOfLanes(sums);
            double second = Reductions.sumOfLanes(sums + Lanes.BYTES);
            add(Lanes.at(gradients(chunk, 0), f), second * factor);
            add(Lanes.at(gradients(chunk, 1), f), first);
            sum += scale(f) * first;
            dot += scale(f) * second;
        }
        for (int at = 0, f = feature; dx != null && at < length; at += step.inner(), f++) {
            GroupRuns.gradient(
                    Lanes.at(at(x, run), at),
                    Lanes.at(at(dy, run), at),
                    scale(f),
                    Lanes.at(at(dx, run), at),
                    step.inner(),
                    mean,
                    factor,
                    (float) (sum / length),
                    slope(factor, dot));
        }
    }

    private static void add(long address, double value) {
        Lanes.set(address, (float) (Lanes.get(address) + value));
    }
}
