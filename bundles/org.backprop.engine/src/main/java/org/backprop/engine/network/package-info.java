/** A model compiled once into a static plan of kernel calls over flat buffers. */
package org.backprop.engine.network;
