/** Reading and writing safetensors files, the format of checkpoints and exported weights. */
package org.backprop.runlog.safetensors;
