/** Tables as text. */
package org.backprop.engine.cli.text;
