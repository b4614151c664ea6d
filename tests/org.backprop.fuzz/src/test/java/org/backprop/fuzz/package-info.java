/** Broken files and frames: nothing that reads them fails otherwise than it declares, hangs, or believes a size in a header. */
package org.backprop.fuzz;
