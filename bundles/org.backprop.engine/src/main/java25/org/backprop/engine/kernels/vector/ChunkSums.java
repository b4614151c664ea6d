package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

import jdk.incubator.vector.FloatVector;

/**
 * The gradients of weights and biases that each chunk of a batch adds up, and their total, added in order: for each group of
 * a convolution a {@link WeightGradient}, then the biases.
 */
final class ChunkSums implements Work {

    private final Team team;
    private final Workspace workspace = new Workspace();
    private Convolution convolution;
    private int chunks;

    ChunkSums(Team team) {
        this.team = team;
    }

    /** Makes room. */
    void reserve(Convolution convolution, int chunks) {
        this.convolution = convolution;
        this.chunks = chunks;
        workspace.reserve(chunks, length());
    }

    private int groupLength() {
        return WeightGradient.size(convolution.groupFilters(), convolution.terms());
    }

    private int length() {
        return convolution.groups() * groupLength() + LaneSums.vectors(convolution.filters());
    }

    /** Sets a chunk's sums to 0. */
    void clear(int chunk) {
        PlaneRows.clear(workspace.of(chunk), length(), 1, 0);
    }

    /** Address of the gradient of a group's weights in a chunk. */
    long weights(int chunk, int group) {
        return Lanes.at(workspace.of(chunk), (long) group * groupLength());
    }

    /** Address of the gradient of the biases in a chunk. */
    long biases(int chunk) {
        return weights(chunk, convolution.groups());
    }

    /** Writes the totals; biasGradient may be null. */
    void total(NativeView weightGradient, NativeView biasGradient) {
        team.run(this, Sharing.pays((long) chunks * length()));
        int filters = convolution.groupFilters();
        int terms = convolution.terms();
        for (int group = 0; group < convolution.groups(); group++) {
            WeightGradient.copy(filters, terms, weights(0, group), weightGradient.row(group * filters));
        }
        if (biasGradient != null) {
            Lanes.copy(biases(0), biasGradient.address(), biasGradient.length());
        }
    }

    @Override
    public void run(int part, int parts) {
        int begin = Work.begin(length(), Lanes.COUNT, part, parts);
        int end = Work.end(length(), Lanes.COUNT, part, parts);
        for (int chunk = 1; chunk < chunks; chunk++) {
            add(Lanes.at(workspace.of(chunk), begin), Lanes.at(workspace.of(0), begin), end - begin);
        }
    }

    private static void add(long from, long to, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(from, i), ORDER)
                    .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(to, i), ORDER))
                    .intoMemorySegment(MEMORY, Lanes.at(to, i), ORDER);
        }
    }
}
