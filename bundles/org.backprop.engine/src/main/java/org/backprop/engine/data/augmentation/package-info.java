/**
 * Random changes of training samples. {@link org.backprop.engine.data.augmentation.Augmenter} is the entry; what it
 * makes of a sample is a function of the seed, the epoch and the sample's number.
 */
package org.backprop.engine.data.augmentation;
