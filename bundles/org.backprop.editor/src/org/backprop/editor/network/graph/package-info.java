/** The network as a laid-out graph, without any user interface. */
package org.backprop.editor.network.graph;
