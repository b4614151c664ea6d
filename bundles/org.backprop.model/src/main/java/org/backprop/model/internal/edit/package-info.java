/** The syntax of a model file with every place in its text, and changes of it. */
package org.backprop.model.internal.edit;
