/** Context help: what F1 shows where. */
package org.backprop.ui.help;
