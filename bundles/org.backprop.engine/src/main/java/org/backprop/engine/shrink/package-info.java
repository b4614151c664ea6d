/** Making pruned networks smaller: units that make no difference are removed, and the outputs stay the same. */
package org.backprop.engine.shrink;
