/** The structure of two model files side by side in the platform's compare editor. */
package org.backprop.editor.compare;
