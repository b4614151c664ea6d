/** What the trainer asks of a cluster, whose libraries it does not know. */
package org.backprop.engine.cluster;
