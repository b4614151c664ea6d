/** The Network page of the model editor. */
package org.backprop.editor.network;
