/** Wizards for new projects and examples. */
package org.backprop.ui.wizards;
