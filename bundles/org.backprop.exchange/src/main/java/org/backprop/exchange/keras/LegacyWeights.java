package org.backprop.exchange.keras;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.backprop.exchange.ExchangeException;
import org.backprop.runlog.tensor.Tensor;

/** Weights in an {@code .h5} file: {@code model_weights/<layer>/<name>}, with the names as an attribute of the group. */
record LegacyWeights(Hdf5File file) implements KerasWeights {

    private static final String ROOT = "model_weights";

    @Override
    public List<Tensor> of(KerasLayer layer) throws IOException {
        String group = ROOT + "/" + layer.name();
        if (!file.hasGroup(group)) {
            throw new ExchangeException(file.name() + " has no group \"" + group
                    + "\": it holds weights alone, or no model; save the whole model with model.save");
        }
        List<Tensor> tensors = new ArrayList<>();
        for (String name : file.texts(group, "weight_names")) {
            tensors.add(file.floats(group + "/" + name));
        }
        return tensors;
    }
}
