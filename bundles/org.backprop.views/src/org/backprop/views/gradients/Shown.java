package org.backprop.views.gradients;

import java.util.List;
import java.util.Optional;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;
import org.backprop.views.images.HeatImage;
import org.backprop.views.marks.Mark;

/**
 * What the view shows at one moment.
 *
 * @param run the run
 * @param facts its figures
 * @param wanted what was asked for
 * @param span the steps
 * @param moments steps that the time slider goes through
 * @param layers all layers, in the order of the model
 * @param selected the selected layer; null without layers
 * @param marks what happened, over steps
 * @param clips what clipping did
 * @param divergence where the first value arose that is not finite
 * @param lines the lines, if they are wanted
 * @param grid the cells of the image, if it is wanted
 * @param image their image
 * @param ridge the distributions, if they are wanted
 */
public record Shown(
        RunSnapshot run,
        RunFacts facts,
        Wanted wanted,
        Span span,
        long[] moments,
        List<LayerRow> layers,
        LayerRow selected,
        List<Mark> marks,
        Clips clips,
        Optional<Divergence> divergence,
        Optional<Lines> lines,
        Optional<HeatGrid> grid,
        Optional<HeatImage> image,
        Optional<Ridge> ridge) {

    /** Whether nothing was recorded of any layer. */
    public boolean isEmpty() {
        return layers.isEmpty();
    }

    /** Whether there is nothing to draw beside the layers. */
    boolean isBlank() {
        return lines.filter(drawn -> !drawn.isEmpty()).isEmpty()
                && grid.filter(drawn -> !drawn.isEmpty()).isEmpty()
                && ridge.filter(drawn -> !drawn.isEmpty()).isEmpty();
    }
}
