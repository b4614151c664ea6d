/** Colour images of geometric figures before clutter: an image classification of CIFAR-10's size with nothing to download. */
package org.backprop.engine.data.shapes;
