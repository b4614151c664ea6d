/** How the catalogue is made: reflection over annotated records, and the search for the nearest word. */
package org.backprop.model.internal.catalogue;
