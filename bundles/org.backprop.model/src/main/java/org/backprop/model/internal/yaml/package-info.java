/** YAML text to a tree of nodes with positions, with limits, without exceptions. */
package org.backprop.model.internal.yaml;
