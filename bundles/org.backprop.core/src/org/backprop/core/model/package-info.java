/** Model files in the workspace: content type, nature, builder, markers. */
package org.backprop.core.model;
