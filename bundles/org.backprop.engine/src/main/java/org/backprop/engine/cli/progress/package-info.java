/** What a user or a tool sees of a training while it runs. */
package org.backprop.engine.cli.progress;
