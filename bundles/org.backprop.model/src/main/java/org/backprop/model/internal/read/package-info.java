/** From the tree of a model file to a checked model: binding, layer graph, shapes, checks across sections, outline. */
package org.backprop.model.internal.read;
