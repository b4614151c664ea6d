/** Trained networks in the formats of other tools: written as ONNX, read from ONNX and Keras. Needs no engine. */
package org.backprop.exchange;
