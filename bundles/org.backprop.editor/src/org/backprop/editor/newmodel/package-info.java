/** The wizard for a new model file. */
package org.backprop.editor.newmodel;
