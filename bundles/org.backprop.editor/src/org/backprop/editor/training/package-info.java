/** The Training page: forms made from the specs, the schedule as a curve and a look at the data. */
package org.backprop.editor.training;
