/** What a run recorded of the layers, as colours of the diagram. */
package org.backprop.editor.network.measure;
