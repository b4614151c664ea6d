/** Data sets that are brought into the workspace, with a model file to begin with. */
package org.backprop.core.datasets;
