/**
 * Deeplearning4j and SameDiff as contestants of {@code backprop bench peers}: processes that train what a {@link
 * org.backprop.engine.bench.WorkloadFolder} describes.
 */
package org.backprop.peers;
