/** The preference pages. */
package org.backprop.ui.preferences;
