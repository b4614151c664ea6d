package org.backprop.runlog.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class HyperparametersTest {
    private static Map<String, Object> configuration() {
        Map<String, Object> hidden = new LinkedHashMap<>();
        hidden.put("name", "hidden");
        hidden.put("units", 64L);
        hidden.put("initializer", Map.of("torch", Map.of()));
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("optimizer", Map.of("adam", Map.of("learning_rate", 0.001)));
        training.put("batch_size", 32L);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("network", Map.of("input", List.of(1L, 28L), "layers", List.of(Map.of("dense", hidden))));
        all.put("training", training);
        return all;
    }

    @Test
    void typesAndParametersHaveThePathsOfOverrides() {
        Hyperparameters all = Hyperparameters.of(configuration());
        assertEquals(Optional.of("adam"), all.at("training.optimizer"));
        assertEquals(Optional.of("0.001"), all.at("training.optimizer.adam.learning_rate"));
        assertEquals(Optional.of("dense"), all.at("network.layers.hidden"));
        assertEquals(Optional.of("64"), all.at("network.layers.hidden.units"));
        assertEquals(Optional.of("torch"), all.at("network.layers.hidden.initializer"));
        assertEquals(Optional.of("[1, 28]"), all.at("network.input"));
        assertEquals(Optional.empty(), all.at("network.layers.hidden.name"), "it is in the path");
    }

    @Test
    void aShortKeyFindsItsPath() {
        Hyperparameters all = Hyperparameters.of(configuration());
        assertEquals(Optional.of("0.001"), all.endingWith("learning_rate"));
        assertEquals(Optional.of("32"), all.endingWith("batch_size"));
        assertEquals(Optional.empty(), all.endingWith("size"));
    }

    @Test
    void numbersAreWrittenAsInModelFiles() {
        assertEquals("1e-8", Hyperparameters.text(1e-8));
        assertEquals("1.5e-5", Hyperparameters.text(1.5e-5));
        assertEquals("10", Hyperparameters.text(10.0));
        assertEquals("true", Hyperparameters.text(true));
    }
}
