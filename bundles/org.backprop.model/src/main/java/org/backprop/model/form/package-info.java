/** The parameters of a model file as a form shows them: what is given, what is by default, and what is wrong. */
package org.backprop.model.form;
