/** Commands to trainings at work: handlers, the dialog of their settings, what happens when the IDE is closed. */
package org.backprop.ui.control;
