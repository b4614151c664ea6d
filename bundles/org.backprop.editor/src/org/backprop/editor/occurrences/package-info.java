/** Occurrences of the layer at the caret. */
package org.backprop.editor.occurrences;
