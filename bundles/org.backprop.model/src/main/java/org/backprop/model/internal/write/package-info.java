/** Writing model files for people. */
package org.backprop.model.internal.write;
