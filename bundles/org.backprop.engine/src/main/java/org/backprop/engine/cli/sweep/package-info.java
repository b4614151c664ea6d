/** What a user or a tool sees of a sweep. */
package org.backprop.engine.cli.sweep;
