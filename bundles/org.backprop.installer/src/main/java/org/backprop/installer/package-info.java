/** A program that brings the libraries of a backend onto this machine, from Maven repositories or from a folder. */
package org.backprop.installer;
