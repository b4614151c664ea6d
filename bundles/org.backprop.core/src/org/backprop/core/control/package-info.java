/** The IDE's end of the connection to a trainer, over which commands go. */
package org.backprop.core.control;
