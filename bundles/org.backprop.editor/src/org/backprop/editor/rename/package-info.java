/** Renaming of a layer in the source, with everything that names it. */
package org.backprop.editor.rename;
