/** Folding of the source: which lines belong together, and how the viewer shows it. */
package org.backprop.editor.folding;
