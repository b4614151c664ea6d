/** Pictures that look like handwritten digits, made from stroke outlines: data of any size with nothing to download. */
package org.backprop.engine.data.digits;
