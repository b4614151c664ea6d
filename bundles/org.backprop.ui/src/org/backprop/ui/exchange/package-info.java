/** Wizards for networks that go to other tools and come from them. */
package org.backprop.ui.exchange;
