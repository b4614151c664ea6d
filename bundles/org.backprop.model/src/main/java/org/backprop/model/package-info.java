/**
 * The model file: its specs as records, the reader that turns text into a checked {@link org.backprop.model.Model} with
 * positioned problems, and the {@link org.backprop.model.Catalogue} of everything a model file may say.
 */
package org.backprop.model;
