/** Drawing of a laid-out network: on the screen, into images and into SVG files. */
package org.backprop.editor.network.draw;
