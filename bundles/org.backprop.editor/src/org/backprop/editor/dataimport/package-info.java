/** The wizard that brings a data set into the workspace and writes a model file to begin with. */
package org.backprop.editor.dataimport;
