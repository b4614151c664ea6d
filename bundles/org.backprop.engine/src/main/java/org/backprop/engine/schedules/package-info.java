/** The learning rate over a training. */
package org.backprop.engine.schedules;
