/** Commands in flight: from a queue, run by the thread that trains, between two steps. */
package org.backprop.engine.control;
