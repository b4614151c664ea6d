/** The run folders of the workspace and how they grow. */
package org.backprop.core.runs;
