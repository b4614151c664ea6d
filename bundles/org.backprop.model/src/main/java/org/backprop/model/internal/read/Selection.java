package org.backprop.model.internal.read;

import org.backprop.model.TypeInfo;
import org.backprop.model.internal.yaml.Location;

/**
 * A type that the file selects from a family.
 *
 * @param type the type
 * @param at its key
 * @param fields its parameters
 */
record Selection(TypeInfo type, Location at, Fields fields) {}
