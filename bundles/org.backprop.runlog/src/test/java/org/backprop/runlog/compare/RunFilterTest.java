package org.backprop.runlog.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFilterTest {
    private record Run(List<String> all, Map<String, String> values) implements RunFilter.Texts {
        @Override
        public Optional<String> at(String key) {
            return Optional.ofNullable(values.get(key));
        }
    }

    private static final Run RUN = new Run(
            List.of("Digits with dropout", "digits-mlp.nn.yaml", "baseline"),
            Map.of("optimizer", "adamw", "learning_rate", "1e-3", "accuracy/validation", "0.93", "state", "Failed"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                  | true
                    digits                              | true
                    DROPOUT baseline                    | true
                    digits cifar                        | false
                    "digits with"                       | true
                    "with digits"                       | false
                    optimizer:adam                      | true
                    optimizer=adam                      | false
                    optimizer=AdamW                     | true
                    optimizer:sgd                       | false
                    learning_rate=0.001                 | true
                    learning_rate<0.01 optimizer:adam   | true
                    learning_rate>0.01                  | false
                    accuracy/validation>=0.93           | true
                    accuracy/validation<=0.9            | false
                    unknown:adam                        | false
                    -state:failed                       | false
                    -cifar -state:running               | true
                    """)
    void termsMustAllBeFulfilled(String text, boolean accepted) {
        assertEquals(accepted, RunFilter.parse(text).accepts(RUN), text);
    }
}
