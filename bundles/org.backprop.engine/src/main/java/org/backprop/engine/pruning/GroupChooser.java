package org.backprop.engine.pruning;

import org.backprop.model.NOfMPattern;

/** Chooses in each group of weights that follow each other along the fan-in. See {@link NOfMPattern}. */
final class GroupChooser {

    private final Tiles tiles;
    private final NOfMPattern pattern;
    private final int removedOfGroup;
    private final Choice choice = new Choice();

    /**
     * A choice among tiles of one weight each.
     *
     * @param sparsity wanted, of which the pattern allows {@code 1 - n / m}
     */
    GroupChooser(Tiles tiles, NOfMPattern pattern, double sparsity) {
        this.tiles = tiles;
        this.pattern = pattern;
        removedOfGroup = (int) Math.min(pattern.m() - pattern.n(), Math.round(sparsity * pattern.m()));
    }

    /** Makes the choice. */
    Choice choose() {
        for (Tiles.Layer layer : tiles.layers()) {
            for (int at = layer.from(); at < layer.to(); ) {
                Tiling tiling = tiles.tiling(at);
                int columns = tiling.columns();
                for (int row = 0; row < tiling.count(); row += columns) {
                    chooseInRow(at + row, at + row + columns);
                }
                at += tiling.count();
            }
        }
        return choice;
    }

    private void chooseInRow(int from, int to) {
        for (int group = from; group < to; group += pattern.m()) {
            int end = Math.min(to, group + pattern.m());
            int wanted = (end - group) * removedOfGroup / pattern.m();
            for (int i = group; i < end; i++) {
                wanted -= tiles.sizes()[i] == 0 ? 1 : 0;
            }
            for (; wanted > 0; wanted--) {
                choice.removed().set(least(group, end));
            }
        }
    }

    private int least(int from, int to) {
        int least = -1;
        for (int i = from; i < to; i++) {
            boolean eligible = tiles.sizes()[i] > 0 && !choice.removed().get(i);
            if (eligible && (least < 0 || tiles.saliencies()[i] < tiles.saliencies()[least])) {
                least = i;
            }
        }
        return least;
    }
}
