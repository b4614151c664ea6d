package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/**
 * Work on the channels of a batch {@code [n, C, positions]}, which the threads share: two passes over a group of channels
 * that is small enough to be still in a cache for the second. Each channel has two sums and some coefficients.
 */
abstract class ChannelWork implements Work {

    /** Bytes of one batch that a group of channels may take. */
    private static final int GROUP_BYTES = 4 << 20;

    /** Values that are added up in float32 before the sums go to float64. */
    private static final int BLOCK = 2048;

    private final Team team;
    private final Workspace workspace;
    private NativeView x;
    private int channels;
    private int positions;
    private double[] first = {};
    private double[] second = {};
    private NativeBuffer coefficients = new NativeBuffer(1);

    ChannelWork(Team team, Workspace workspace) {
        this.team = team;
        this.workspace = workspace;
    }

    /** Computes all channels. */
    final void start(NativeView x, int channels) {
        this.x = x;
        this.channels = channels;
        positions = x.columns() / channels;
        if (first.length < channels) {
            first = new double[channels];
            second = new double[channels];
            coefficients = new NativeBuffer(3L * channels);
        }
        workspace.reserve(team.size(), 2L * Lanes.COUNT * Math.max(groupSize(), Lanes.COUNT));
        team.run(this, Sharing.pays(x.length()));
    }

    final NativeView x() {
        return x;
    }

    final int channels() {
        return channels;
    }

    /** Elements of a channel in a sample. */
    final int positions() {
        return positions;
    }

    /** Elements of a channel in the batch. */
    final long elements() {
        return (long) x.rows() * positions;
    }

    /** Address of one of three coefficients of a channel; those of the next channels follow. */
    final long coefficient(int index, int channel) {
        return coefficients.address((long) index * channels + channel);
    }

    /** Offset in bytes of a channel in a sample. */
    final long at(int sample, int channel) {
        return Lanes.at(0, (long) sample * x.columns() + (long) channel * positions);
    }

    /** A channel's sum of what {@link #addRun} or {@link #addColumns} adds to the first vector. */
    final double first(int channel) {
        return first[channel];
    }

    /** As {@link #first}, for the second vector. */
    final double second(int channel) {
        return second[channel];
    }

    private int groupSize() {
        int step = positions == 1 ? Lanes.COUNT : 1;
        long most = GROUP_BYTES / (elements() * Float.BYTES * step);
        return Math.clamp(most, 1, channels) * step;
    }

    @Override
    public final void run(int part, int parts) {
        int step = positions == 1 ? Lanes.COUNT : 1;
        int end = Work.end(channels, step, part, parts);
        for (int channel = Work.begin(channels, step, part, parts); channel < end; channel += groupSize()) {
            compute(channel, Math.min(end, channel + groupSize()), workspace.of(part));
        }
    }

    /** Computes the channels from {@code begin} to {@code end}; scratch is for {@link #sum}. */
    abstract void compute(int begin, int end, long scratch);

    /** Adds a sample's run of a channel to two vectors. */
    abstract void addRun(int sample, int channel, long sums);

    /** Writes the sums over some samples of some channels that have one position, to two vectors. */
    abstract void addColumns(int sample, int samples, int channel, int count, long sums);

    /** Adds up the sums of the channels from {@code begin} to {@code end}, block by block. */
    final void sum(int begin, int end, long scratch) {
        for (int channel = begin; channel < end; channel++) {
            first[channel] = 0;
            second[channel] = 0;
        }
        if (positions == 1) {
            for (int channel = begin; channel < end; channel += Lanes.COUNT) {
                sumColumns(channel, Math.min(Lanes.COUNT, end - channel), scratch);
            }
            return;
        }
        int block = Math.ceilDiv(BLOCK, positions);
        for (int sample = 0; sample < x.rows(); sample += block) {
            sumRuns(sample, Math.min(x.rows(), sample + block), begin, end, scratch);
        }
    }

    private void sumRuns(int sample, int endSample, int begin, int end, long scratch) {
        long pair = 2L * Lanes.BYTES;
        PlaneRows.clear(scratch, (end - begin) * 2 * Lanes.COUNT, 1, 0);
        for (int i = sample; i < endSample; i++) {
            for (int channel = begin; channel < end; channel++) {
                addRun(i, channel, scratch + (channel - begin) * pair);
            }
        }
        for (int channel = begin; channel < end; channel++) {
            long sums = scratch + (channel - begin) * pair;
            first[channel] += Reductions.sumOfLanes(sums);
            second[channel] += Reductions.sumOfLanes(sums + Lanes.BYTES);
        }
    }

    private void sumColumns(int channel, int count, long scratch) {
        int block = BLOCK / Lanes.COUNT;
        for (int sample = 0; sample < x.rows(); sample += block) {
            addColumns(sample, Math.min(block, x.rows() - sample), channel, count, scratch);
            for (int i = 0; i < count; i++) {
                first[channel + i] += Lanes.get(Lanes.at(scratch, i));
                second[channel + i] += Lanes.get(Lanes.at(scratch + Lanes.BYTES, i));
            }
        }
    }
}
