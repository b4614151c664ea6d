/** A look at the data of a model before it is trained. */
package org.backprop.engine.data.preview;
