/** What {@code backprop preview --json} says about the data of a model. */
package org.backprop.runlog.preview;
