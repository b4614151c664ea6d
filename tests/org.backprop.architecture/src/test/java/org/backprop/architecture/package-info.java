/** Rules about the source tree as a whole, checked on its files alone. */
package org.backprop.architecture;
