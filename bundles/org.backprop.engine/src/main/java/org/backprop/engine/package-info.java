/** To be described. */
package org.backprop.engine;
