/** Loss functions and their gradients. */
package org.backprop.engine.losses;
