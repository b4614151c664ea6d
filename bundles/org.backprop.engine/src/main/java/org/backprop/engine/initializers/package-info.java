/** Initial values of parameters. */
package org.backprop.engine.initializers;
