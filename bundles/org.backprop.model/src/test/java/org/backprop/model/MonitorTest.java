package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorTest {

    private static String monitor(String section) {
        return Texts.DIGITS + "\nmonitor: " + section + "\n";
    }

    @Test
    void aModelWithoutTheSectionIsRecordedByDefault() {
        assertEquals(MonitorSection.DEFAULT, Texts.model(Texts.DIGITS).monitor());
        assertEquals(MonitorSection.DEFAULT, Texts.model(monitor("{}")).monitor());
    }

    @Test
    void hasWhatTheFileSays() {
        assertEquals(
                new MonitorSection(Optional.of(5), 0, 30, 20, 50, 16),
                Texts.model(monitor("{norms_every: 5, histograms_every: never, activations_every: 30,"
                                + " masks_every: 20, saliency_every: 50, mask_samples: 16}"))
                        .monitor());
        assertEquals(
                Optional.of(0),
                Texts.model(monitor("{norms_every: never}")).monitor().normsEvery());
    }

    @Test
    void canBeSetFromTheCommandLine() {
        Model model = Texts.read(Texts.DIGITS, Map.of("monitor.masks_every", "7"))
                .model()
                .orElseThrow();
        assertEquals(7, model.monitor().masksEvery());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{norms_every: 0} | OUT_OF_RANGE",
                "{masks_every: often} | WRONG_TYPE",
                "{mask_every: 10} | UNKNOWN_KEY",
                "{mask_samples: 5000} | OUT_OF_RANGE",
                "10 | WRONG_TYPE"
            })
    void whatIsWrongIsAProblemInItsLine(String section, Code code) {
        Problem problem = Texts.read(monitor(section)).problems().getFirst();
        assertEquals(code.name(), problem.code());
        assertEquals(
                monitor(section)
                                .substring(0, monitor(section).indexOf("monitor"))
                                .lines()
                                .count()
                        + 1,
                problem.position().line());
    }
}
