package org.backprop.engine.pruning;

import java.util.List;
import java.util.Optional;

import org.backprop.model.LayerPattern;
import org.backprop.model.PruningPatternSpec;
import org.backprop.model.PruningScope;
import org.backprop.model.PruningSection;

/**
 * What holds for every removal.
 *
 * @param scope among which weights the least salient are looked for
 * @param exclude patterns of the layers that keep all weights
 * @param pattern what may be removed only together; empty for single weights
 */
public record PruningRules(PruningScope scope, List<LayerPattern> exclude, Optional<PruningPatternSpec> pattern) {

    /** Copies the list. */
    public PruningRules {
        exclude = List.copyOf(exclude);
    }

    /** The rules of a model; without a section, all weights of all layers are compared. */
    public static PruningRules of(Optional<PruningSection> section) {
        return section.map(given -> new PruningRules(
                        given.scope(),
                        given.exclude().stream().map(LayerPattern::new).toList(),
                        given.pattern()))
                .orElse(new PruningRules(PruningScope.GLOBAL, List.of(), Optional.empty()));
    }

    boolean excludes(String layer) {
        return exclude.stream().anyMatch(pattern -> pattern.matches(layer));
    }
}
