package org.backprop.runlog.safetensors;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

import org.backprop.runlog.tensor.Tensor;

/**
 * Content of a safetensors file.
 *
 * @param tensors by name, in the order of the header
 * @param metadata free text by name
 */
public record TensorFile(SequencedMap<String, Tensor> tensors, Map<String, String> metadata) {
    /** Copies the maps. */
    public TensorFile {
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
