/** What two model files have different. */
package org.backprop.model.diff;
