package org.backprop.views.dropout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;

/** The lines of text around the picture. */
public final class Captions {
    private Captions() {}

    /** The line on top: run, state, step, frozen masks, cost of watching. */
    public static String title(Shown shown) {
        List<String> parts = new ArrayList<>();
        parts.add(shown.facts().name());
        parts.add(shown.facts().state());
        parts.add(NLS.bind(Messages.title_step, shown.step()));
        shown.frozen().ifPresent(step -> parts.add(NLS.bind(Messages.title_frozen, step)));
        if (shown.cost().isPresent()) {
            parts.add(NLS.bind(Messages.title_cost, LayerColumns.percent(shown.cost())));
        }
        return String.join("  \u00b7  ", parts);
    }

    /** The line below the picture: what it shows. */
    public static String picture(Shown shown) {
        if (shown.hasNoMask()) {
            return Messages.caption_noMask;
        }
        return switch (shown.mode()) {
            case MASKS -> masks(shown);
            case UNITS ->
                shown.units().isEmpty()
                        ? Messages.caption_noCounts
                        : NLS.bind(Messages.caption_units, shown.units().size());
            case CO_DROP -> pairs(shown.coDrop().orElseThrow());
        };
    }

    private static String masks(Shown shown) {
        MaskColumns first = shown.chosen().getFirst().masks();
        long steps = first.columns().stream()
                .mapToLong(MaskColumns.Column::step)
                .distinct()
                .count();
        return NLS.bind(Messages.caption_masks, new Object[] {
            names(shown),
            steps,
            first.samples(),
            first.columns().getFirst().step(),
            first.columns().getLast().step()
        });
    }

    private static String names(Shown shown) {
        return shown.chosen().size() == 1
                ? shown.chosen().getFirst().name()
                : NLS.bind(Messages.caption_layers, shown.chosen().size());
    }

    private static String pairs(CoDrop pairs) {
        CoDrop.Pair pair = pairs.strongest();
        if (pair == null) {
            return Messages.caption_onePair;
        }
        String text = NLS.bind(Messages.caption_coDrop, new Object[] {
            pairs.names().size(),
            pairs.allUnits(),
            pairs.masks(),
            String.format(Locale.ROOT, "%+.2f", pair.phi()),
            pairs.names().get(pair.a()),
            pairs.names().get(pair.b())
        });
        return text + ' ' + NLS.bind(Messages.caption_chance, String.format(Locale.ROOT, "%.2g", pairs.chance(pair)));
    }

    /** A pair of units in words; null where there is none. */
    static String pair(CoDrop pairs, int a, int b) {
        if (a < 0 || b < 0 || a >= pairs.columns() || b >= pairs.rows()) {
            return null;
        }
        double expected = (double) pairs.dropped(a) * pairs.dropped(b) / Math.max(1, pairs.masks());
        return NLS.bind(Messages.tip_pair, new Object[] {
            pairs.names().get(a),
            pairs.names().get(b),
            pairs.together(a, b),
            pairs.masks(),
            String.format(Locale.ROOT, "%.1f", expected),
            String.format(Locale.ROOT, "%+.3f", pairs.phi(a, b))
        });
    }
}
