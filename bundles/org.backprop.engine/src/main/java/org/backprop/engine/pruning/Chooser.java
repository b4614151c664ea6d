package org.backprop.engine.pruning;

import java.util.List;
import java.util.Locale;

/**
 * Chooses the tiles with the least saliency, among those of all layers or in each layer. The most salient tile of each layer
 * always stays.
 */
final class Chooser {

    private final Tiles tiles;
    private final Amount amount;
    private final float[] magnitudes;
    private final Choice choice = new Choice();

    /**
     * A choice.
     *
     * @param magnitudes of the gradient, for each element of the flat parameter vector; null if nothing is to come back
     */
    Chooser(Tiles tiles, Amount amount, float[] magnitudes) {
        this.tiles = tiles;
        this.amount = amount;
        this.magnitudes = magnitudes;
    }

    /**
     * Makes the choice.
     *
     * @param global whether among the tiles of all layers
     * @throws PruneException if a threshold is above all saliencies
     */
    Choice choose(boolean global) throws PruneException {
        tiles.layers().forEach(this::spareMostSalient);
        if (amount.threshold().isPresent()) {
            below((float) amount.threshold().getAsDouble());
        } else if (global) {
            List<Tiles.Layer> all = tiles.layers();
            least(all, all.getFirst().from(), all.getLast().to());
        } else {
            tiles.layers().forEach(layer -> least(List.of(layer), layer.from(), layer.to()));
        }
        return choice;
    }

    private void spareMostSalient(Tiles.Layer layer) {
        int best = -1;
        for (int i = layer.from(); i < layer.to(); i++) {
            if (tiles.sizes()[i] > 0 && (best < 0 || tiles.saliencies()[i] > tiles.saliencies()[best])) {
                best = i;
            }
        }
        if (best >= 0) {
            choice.spared().set(best);
        }
    }

    private boolean removable(int tile) {
        return tiles.sizes()[tile] > 0 && !choice.spared().get(tile);
    }

    private void below(float threshold) throws PruneException {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < tiles.count(); i++) {
            if (tiles.sizes()[i] > 0) {
                greatest = Math.max(greatest, tiles.saliencies()[i]);
                if (tiles.saliencies()[i] < threshold && removable(i)) {
                    choice.removed().set(i);
                }
            }
        }
        if (threshold > greatest) {
            throw new PruneException(String.format(
                    Locale.ROOT,
                    "the threshold %.4g is above every saliency, the greatest is %.4g: nothing would be left",
                    threshold,
                    greatest));
        }
    }

    private void least(List<Tiles.Layer> layers, int from, int to) {
        long weights = layers.stream().mapToLong(layer -> layer.layer().count()).sum();
        long kept = 0;
        for (int i = from; i < to; i++) {
            kept += tiles.sizes()[i];
        }
        long left = weights - Math.round(amount.sparsity().getAsDouble() * weights);
        long needed = Math.max(0, kept - left);
        long exchanged = Math.round(amount.regrowth() * left);
        new LeastFirst(tiles.saliencies(), tiles.sizes(), from, to, this::removable)
                .take(kept - left + exchanged, choice.removed());
        if (exchanged > 0) {
            long removed = choice.removed().get(from, to).stream()
                    .mapToLong(i -> tiles.sizes()[from + i])
                    .sum();
            regrow(from, to, removed - needed);
        }
    }

    private void regrow(int from, int to, long wanted) {
        float[] order = new float[to];
        int[] sizes = new int[to];
        for (int i = from; i < to; i++) {
            double[] sum = {0, 0};
            tiles.forEach(i, place -> {
                sum[0] += magnitudes[place];
                sum[1]++;
            });
            order[i] = (float) (-sum[0] / sum[1]);
            sizes[i] = (int) sum[1];
        }
        new LeastFirst(
                        order,
                        sizes,
                        from,
                        to,
                        i -> tiles.sizes()[i] == 0 || choice.removed().get(i))
                .take(wanted, choice.regrown());
    }
}
