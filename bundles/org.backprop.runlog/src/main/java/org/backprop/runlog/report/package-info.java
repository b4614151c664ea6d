/** Runs as documents for people: one HTML file that needs nothing else. */
package org.backprop.runlog.report;
