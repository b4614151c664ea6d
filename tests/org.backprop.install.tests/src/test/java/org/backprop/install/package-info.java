/** Installs Backprop into a bare Eclipse as a user does and uses it there. */
package org.backprop.install;
