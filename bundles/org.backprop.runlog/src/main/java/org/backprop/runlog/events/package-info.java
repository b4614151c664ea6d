/**
 * TensorBoard event files: TFRecord framing with masked CRC32C around {@code Event} protobuf messages.
 *
 * <p>Field numbers are those of TensorFlow's {@code event.proto}, {@code summary.proto}, {@code histogram.proto} and
 * {@code tensor.proto}.
 */
package org.backprop.runlog.events;
