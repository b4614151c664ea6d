/** ONNX, the exchange format of inference engines: https://onnx.ai. Written in operator set 17, read from 7 on. */
package org.backprop.exchange.onnx;
