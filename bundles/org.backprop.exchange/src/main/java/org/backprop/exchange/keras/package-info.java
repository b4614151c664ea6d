/** Networks of Keras: {@code .keras} archives of Keras 3, and {@code .h5} files of Keras 2 and 3. */
package org.backprop.exchange.keras;
