/** What the newest run of a model file says is wrong with it: markers, and the edits that may help. */
package org.backprop.core.diagnosis;
