/** Networks for and from other tools, by commands of the trainer. */
package org.backprop.core.exchange;
