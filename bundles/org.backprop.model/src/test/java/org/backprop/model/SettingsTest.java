package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void whatTheFileSaysAndWhatItLeavesToItsDefaultIsListed() {
        Map<String, Optional<String>> values = new HashMap<>();
        settings(Texts.DIGITS).forEach(setting -> values.put(setting.path(), setting.value()));
        assertEquals(Optional.of("32"), values.get("training.batch_size"));
        assertEquals(Optional.of("adam"), values.get("training.optimizer"));
        assertEquals(Optional.of("0.01"), values.get("training.optimizer.adam.learning_rate"));
        assertEquals(Optional.of("128"), values.get("network.layers.hidden.units"));
        assertEquals(Optional.of("70000"), values.get("data.digits.samples"));
        assertEquals(Optional.of("3"), values.get("data.split.seed"));
        assertEquals(Optional.of("1"), values.get("training.accumulate"));
        assertEquals(Optional.empty(), values.get("training.schedule"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Texts.DIGITS, Texts.SHORT, Texts.BRANCHES})
    void everyValueCanBeGivenAsAnOverrideOfItself(String text) {
        Model model = ModelReader.read("test.nn.yaml", text).model().orElseThrow();
        List<Setting> settings = Settings.of(model);
        assertFalse(settings.isEmpty());
        for (Setting setting : settings) {
            if (setting.value().isPresent()) {
                Analysis again = ModelReader.read(
                        "test.nn.yaml",
                        null,
                        text,
                        Map.of(setting.path(), setting.value().get()));
                assertTrue(
                        again.problems().stream()
                                .noneMatch(problem -> problem.file().startsWith("--set")),
                        () -> setting + " " + again.problems());
            }
        }
    }

    private static List<Setting> settings(String text) {
        return Settings.of(ModelReader.read("test.nn.yaml", text).model().orElseThrow());
    }
}
