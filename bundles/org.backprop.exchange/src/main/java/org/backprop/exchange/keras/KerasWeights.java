package org.backprop.exchange.keras;

import java.io.IOException;
import java.util.List;

import org.backprop.runlog.tensor.Tensor;

/** Where the weights of a Keras model are. */
interface KerasWeights {

    /** The weights of a layer in the order in which Keras lists them; empty if it has none. */
    List<Tensor> of(KerasLayer layer) throws IOException;
}
