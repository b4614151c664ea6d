/** Data sets from comma-separated text files (RFC 4180). */
package org.backprop.engine.data.csv;
