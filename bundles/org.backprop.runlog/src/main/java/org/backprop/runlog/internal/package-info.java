/** Shared by the packages of this module; not exported. */
package org.backprop.runlog.internal;
