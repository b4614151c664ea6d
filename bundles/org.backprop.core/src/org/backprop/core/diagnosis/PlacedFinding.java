package org.backprop.core.diagnosis;

import org.backprop.model.Position;
import org.backprop.runlog.diagnosis.Finding;

/**
 * A finding and where it belongs in the model file.
 *
 * @param finding what is wrong
 * @param position the text to mark, in one line
 */
public record PlacedFinding(Finding finding, Position position) {}
