/** The places where a training can compute: what is there, what state it is in, and how to install it. */
package org.backprop.core.backends;
