/**
 * The wire between an IDE and its trainer: one JSON object a line, UTF-8, over loopback TCP.
 *
 * <p>The IDE binds a port and passes it with a one-time token in the trainer's environment. The trainer connects, sends
 * {@link org.backprop.runlog.control.Hello}, then answers each {@link org.backprop.runlog.control.Request} with a
 * {@link org.backprop.runlog.control.Reply} and announces its run folder once.
 */
package org.backprop.runlog.control;
