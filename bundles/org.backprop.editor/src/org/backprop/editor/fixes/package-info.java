/** Quick fixes: what can be done about a marker, in the editor (Ctrl+1) and in the Problems view. */
package org.backprop.editor.fixes;
