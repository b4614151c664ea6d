/** To be described. */
package org.backprop.runlog;
