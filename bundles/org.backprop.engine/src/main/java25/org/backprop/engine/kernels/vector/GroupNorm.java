package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.GroupNormStep;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/** Normalization of groups: layer and group normalization. The threads share the runs. */
final class GroupNorm implements Work {

    private final Team team;
    private final Scratch scratch;
    private GroupNormStep step;
    private NativeView x;
    private NativeView gamma;
    private NativeView beta;
    private NativeView saved;
    private NativeView y;

    GroupNorm(Team team, Scratch scratch) {
        this.team = team;
        this.scratch = scratch;
    }

    /** Computes y and saved; see {@link org.backprop.engine.kernels.Kernels#groupNormForward}. */
    void run(GroupNormStep step, NativeView x, NativeView gamma, NativeView beta, NativeView saved, NativeView y) {
        this.step = step;
        this.x = x;
        this.gamma = gamma;
        this.beta = beta;
        this.saved = saved;
        this.y = y;
        team.run(this, Sharing.pays(2L * x.length()));
    }

    @Override
    public void run(int part, int parts) {
        int runs = x.rows() * step.groups();
        int length = step.length(x.columns());
        int end = Work.end(runs, 1, part, parts);
        for (int run = Work.begin(runs, 1, part, parts); run < end; run++) {
            normalize(run, length, scratch.of(part));
        }
    }

    private void normalize(int run, int length, long sums) {
        long from = Lanes.at(x.address(), (long) run * length);
        long to = Lanes.at(y.address(), (long) run * length);
        float mean = (float) (Reductions.sum(from, length, sums) / length);
        PlaneRows.clear(sums, 2 * Lanes.COUNT, 1, 0);
        ChannelRuns.addMoments(from, length, mean, sums);
        double offset = Reductions.sumOfLanes(sums) / length;
        double variance = Reductions.sumOfLanes(sums + Lanes.BYTES) / length - offset * offset;
        float factor = (float) (1 / Math.sqrt(Math.max(0, variance) + step.epsilon()));
        Lanes.set(Lanes.at(saved.row(0), run), mean);
        Lanes.set(Lanes.at(saved.row(1), run), factor);
        int feature = step.feature(run, length);
        if (gamma != null && step.inner() == 1) {
            long gammas = Lanes.at(gamma.address(), feature);
            GroupRuns.normalize(from, to, length, mean, factor, gammas, Lanes.at(beta.address(), feature));
            return;
        }
        for (int at = 0; at < length; at += step.inner(), feature++) {
            float scale = gamma == null ? factor : factor * Lanes.get(Lanes.at(gamma.address(), feature));
            float shift = beta == null ? 0 : Lanes.get(Lanes.at(beta.address(), feature));
            ChannelRuns.normalize(
                    Lanes.at(from, at), Lanes.at(to, at), step.inner(), mean, scale, shift, Float.NEGATIVE_INFINITY);
        }
    }
}
