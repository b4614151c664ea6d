/** The commands of the source, one small handler each. */
package org.backprop.editor.commands;
