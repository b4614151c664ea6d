/** To be described. */
package org.backprop.model;
