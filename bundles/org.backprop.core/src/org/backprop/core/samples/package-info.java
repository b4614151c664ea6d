/** The examples and templates that come with Backprop. */
package org.backprop.core.samples;
