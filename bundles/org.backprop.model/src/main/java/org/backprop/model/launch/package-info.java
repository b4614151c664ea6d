/** Launch configurations of the IDE as files, for the IDE and the command line alike. */
package org.backprop.model.launch;
