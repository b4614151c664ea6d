/** Drives an installed IDE from inside, for the installation tests. Never part of a product. */
package org.backprop.e2e;
