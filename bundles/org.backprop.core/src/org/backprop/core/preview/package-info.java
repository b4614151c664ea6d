/** Looks at the data of a model without training it. */
package org.backprop.core.preview;
