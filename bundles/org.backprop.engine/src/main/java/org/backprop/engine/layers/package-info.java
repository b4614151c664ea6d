/** Forward and backward of each kind of layer. */
package org.backprop.engine.layers;
