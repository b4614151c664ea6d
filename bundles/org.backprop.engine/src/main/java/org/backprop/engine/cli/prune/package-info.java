/** What the command {@code backprop prune} prints. */
package org.backprop.engine.cli.prune;
