/**
 * The wire between an IDE and its trainer: one JSON object a line, UTF-8, over loopback TCP.
 *
 * <p>The IDE binds a port and passes it with a one-time token in the trainer's environment. The trainer connects, sends
 * {@link org.backprop.runlog.control.Hello}, then answers each {@link org.backprop.runlog.control.Request} with a
 * {@link org.backprop.runlog.control.Reply}, announces its run folder once and tells each change of what it does. A trainer
 * that has lost its IDE keeps trying the same port: it sends {@link org.backprop.runlog.control.Challenge}, and only to who
 * answers with the right {@link org.backprop.runlog.control.Proof} it says hello again.
 */
package org.backprop.runlog.control;
