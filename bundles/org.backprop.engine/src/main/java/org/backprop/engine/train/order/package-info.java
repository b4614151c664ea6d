/** Which training samples an epoch takes, and in which order. */
package org.backprop.engine.train.order;
