package org.backprop.views.dropout;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;
import org.backprop.views.images.Cells;
import org.backprop.views.images.HeatImage;

/**
 * What the view shows at one moment.
 *
 * @param run the run
 * @param facts its figures
 * @param mode what is shown of the chosen layers
 * @param step the last step in sight
 * @param moments steps with masks
 * @param layers all layers that drop units, in the order of the model
 * @param chosen those of them that are in the picture
 * @param grid the masks; empty if there are none
 * @param coDrop the pairs, if they are wanted
 * @param image the picture of the one or the other
 * @param units rows of units, if they are wanted
 * @param gates the gates of residual blocks at the step, in the order of the model
 * @param frozen step whose masks all steps use
 * @param cost share of the training's time that recording took last
 */
public record Shown(
        RunSnapshot run,
        RunFacts facts,
        Mode mode,
        long step,
        long[] moments,
        List<LayerFacts> layers,
        List<MaskGrid.Source> chosen,
        Optional<MaskGrid> grid,
        Optional<CoDrop> coDrop,
        Optional<HeatImage> image,
        List<UnitRow> units,
        List<Gate> gates,
        OptionalLong frozen,
        OptionalDouble cost) {

    /** Whether the run has no layer that drops units. */
    public boolean isEmpty() {
        return layers.isEmpty();
    }

    /** Whether no mask was recorded up to the step. */
    public boolean hasNoMask() {
        return chosen.isEmpty();
    }

    /** The cells of the image. */
    public Optional<Cells> cells() {
        return mode == Mode.CO_DROP ? coDrop.map(Cells.class::cast) : grid.map(Cells.class::cast);
    }
}
