package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.Work;

/**
 * An optimizer's update of the flat parameter vector, block by block. While the values are in registers it adds up the
 * squares that {@link UpdateNorms} asks for: each block leaves four vectors of sums, which are added in order afterwards.
 */
abstract class FlatUpdate implements Work {

    private final Team team;
    private final Scratch scratch;
    private UpdateBlocks blocks;
    private NativeView parameters;
    private UpdateNorms norms;

    FlatUpdate(Team team, Scratch scratch) {
        this.team = team;
        this.scratch = scratch;
    }

    /** Updates all blocks, with the coefficients that the subclass has set. */
    final void run(NativeView parameters, UpdateNorms norms) {
        this.parameters = parameters;
        this.norms = norms;
        if (norms != null && (blocks == null || !blocks.fit(parameters, norms))) {
            blocks = new UpdateBlocks(parameters, norms);
        }
        team.run(this, Sharing.pays(parameters.length()));
        if (norms != null) {
            blocks.report(norms, scratch.of(0));
        }
    }

    @Override
    public final void run(int part, int parts) {
        if (norms == null) {
            int length = parameters.length();
            int end = Work.end(length, UpdateBlocks.LENGTH, part, parts);
            for (int at = Work.begin(length, UpdateBlocks.LENGTH, part, parts); at < end; at += UpdateBlocks.LENGTH) {
                update(at, Math.min(end, at + UpdateBlocks.LENGTH), 0);
            }
            return;
        }
        int end = Work.end(blocks.count(), 1, part, parts);
        for (int block = Work.begin(blocks.count(), 1, part, parts); block < end; block++) {
            update(blocks.begin(block), blocks.end(block), blocks.sums(block));
        }
    }

    /**
     * Updates the elements from begin to end.
     *
     * @param sums where to store four vectors whose lanes add up to the squares of gradient, parameters before and after,
     *     and update; 0 for nowhere
     */
    abstract void update(long begin, long end, long sums);

    /** Address of element {@code index} of the parameters. */
    final long parameter(long index) {
        return Lanes.at(parameters.address(), index);
    }
}
