package org.backprop.model.internal.yaml;

import org.backprop.model.Position;

/**
 * A piece of a text and the text's name.
 *
 * @param file name of the text as it stands in a problem
 * @param position the piece
 */
public record Location(String file, Position position) {}
