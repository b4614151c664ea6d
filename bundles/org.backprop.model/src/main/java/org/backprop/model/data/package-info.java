/** What can be learned about a data source without loading it: shape, classes and number of samples from its headers. */
package org.backprop.model.data;
