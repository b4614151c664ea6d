/** Model files to begin with, for data that somebody has. */
package org.backprop.model.start;
