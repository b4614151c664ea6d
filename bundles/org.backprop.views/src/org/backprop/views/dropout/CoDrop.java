package org.backprop.views.dropout;

import java.util.ArrayList;
import java.util.List;

import org.backprop.views.images.Cells;

/**
 * Which units are dropped together: the phi coefficient of each pair (Pearson's correlation of their masks), over the masks
 * in sight. Cells hold its absolute value. Immutable.
 */
public final class CoDrop implements Cells {
    /** The most units; of more, evenly spaced ones are taken. */
    public static final int MOST_UNITS = 512;

    private final List<String> names = new ArrayList<>();
    private final List<long[]> dropped = new ArrayList<>();
    private final int[] counts;
    private final int masks;
    private final int all;

    /** Compares the units of layers whose masks were recorded at the same steps; others are left out. */
    public CoDrop(List<MaskGrid.Source> layers) {
        masks = layers.isEmpty() ? 0 : layers.getFirst().masks().columns().size();
        List<MaskGrid.Source> alike =
                layers.stream().filter(layer -> alike(layer, layers.getFirst())).toList();
        all = alike.stream().mapToInt(layer -> layer.masks().units()).sum();
        int taken = Math.min(all, MOST_UNITS);
        int next = 0;
        int before = 0;
        for (MaskGrid.Source layer : alike) {
            int units = layer.masks().units();
            while (next < taken && (long) next * all / taken < before + units) {
                int unit = (int) ((long) next * all / taken) - before;
                names.add(layer.name() + " " + unit);
                dropped.add(bits(layer.masks(), unit));
                next++;
            }
            before += units;
        }
        counts = dropped.stream().mapToInt(CoDrop::count).toArray();
    }

    private static boolean alike(MaskGrid.Source layer, MaskGrid.Source first) {
        List<MaskColumns.Column> a = layer.masks().columns();
        List<MaskColumns.Column> b = first.masks().columns();
        return a.size() == b.size() && a.getFirst().step() == b.getFirst().step();
    }

    private static long[] bits(MaskColumns masks, int unit) {
        long[] bits = new long[Math.ceilDiv(masks.columns().size(), Long.SIZE)];
        for (int i = 0; i < masks.columns().size(); i++) {
            if (!masks.columns().get(i).kept(unit, masks.units())) {
                bits[i / Long.SIZE] |= 1L << i;
            }
        }
        return bits;
    }

    private static int count(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    @Override
    public int columns() {
        return names.size();
    }

    @Override
    public int rows() {
        return names.size();
    }

    @Override
    public float at(int column, int row) {
        return (float) Math.abs(phi(column, row));
    }

    /** Names of layer and unit. */
    public List<String> names() {
        return names;
    }

    /** Number of masks. */
    public int masks() {
        return masks;
    }

    /** Number of units before some were left out. */
    public int allUnits() {
        return all;
    }

    /** In how many masks both units were dropped. */
    public int together(int a, int b) {
        long[] first = dropped.get(a);
        long[] second = dropped.get(b);
        int count = 0;
        for (int i = 0; i < first.length; i++) {
            count += Long.bitCount(first[i] & second[i]);
        }
        return count;
    }

    /** In how many masks a unit was dropped. */
    public int dropped(int unit) {
        return counts[unit];
    }

    /** The phi coefficient of two units, -1 to 1; 0 if one of them was always or never dropped. */
    public double phi(int a, int b) {
        double variance = (double) counts[a] * (masks - counts[a]) * counts[b] * (masks - counts[b]);
        return variance == 0
                ? 0
                : ((double) masks * together(a, b) - (double) counts[a] * counts[b]) / Math.sqrt(variance);
    }

    /** The pair of different units with the greatest coefficient, either way; null if there are no two. */
    public Pair strongest() {
        Pair strongest = null;
        for (int a = 1; a < names.size(); a++) {
            for (int b = 0; b < a; b++) {
                double phi = phi(a, b);
                if (strongest == null || Math.abs(phi) > Math.abs(strongest.phi())) {
                    strongest = new Pair(a, b, phi);
                }
            }
        }
        return strongest;
    }

    /** Two units and their coefficient. */
    public record Pair(int a, int b, double phi) {}

    /** The chance that independent units have any pair with a coefficient as great, by the normal approximation. */
    public double chance(Pair pair) {
        long pairs = (long) names.size() * (names.size() - 1) / 2;
        return Binomial.any(Binomial.beyond(Math.sqrt(masks) * pair.phi()), pairs);
    }
}
