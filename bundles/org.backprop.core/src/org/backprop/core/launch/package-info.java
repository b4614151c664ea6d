/** Launching trainers: the launch configuration, the process, its progress. */
package org.backprop.core.launch;
