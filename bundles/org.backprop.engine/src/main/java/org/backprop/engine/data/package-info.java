/**
 * Data sets held in memory, where they come from, and how they are divided into training, validation and test samples.
 *
 * <p>{@link org.backprop.engine.data.DataLoader} is the entry; each source has a sub-package. Whatever is wrong with a
 * data file is a {@link org.backprop.engine.data.DataException} that says where it is wrong and what to do.
 */
package org.backprop.engine.data;
