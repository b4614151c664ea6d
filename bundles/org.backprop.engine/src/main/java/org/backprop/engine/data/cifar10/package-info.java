/** The images of CIFAR-10 in its binary version. */
package org.backprop.engine.data.cifar10;
