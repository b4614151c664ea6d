/** Changes of a model file as the smallest changes of its text: comments, order and layout of everything else stay. */
package org.backprop.model.edit;
