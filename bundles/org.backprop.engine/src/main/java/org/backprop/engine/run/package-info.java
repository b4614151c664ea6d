/** One training from model file to finished run folder: recording, checkpoints, control from outside. */
package org.backprop.engine.run;
