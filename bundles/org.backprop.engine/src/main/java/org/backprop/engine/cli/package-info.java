/** The command line: {@code check}, {@code train} and what reads a run afterwards. */
package org.backprop.engine.cli;
