/** Image files in a folder for each class. */
package org.backprop.engine.data.images;
