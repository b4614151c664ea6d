package org.backprop.engine.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the files that the scripts in src/test/python wrote. */
public final class Reference {

    private Reference() {}

    public static Map<String, float[]> read(String file) throws IOException {
        Map<String, float[]> values = new LinkedHashMap<>();
        try (InputStream in = Reference.class.getResourceAsStream(file + ".txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] words = line.split(" ");
                float[] numbers = new float[words.length - 1];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = Float.parseFloat(words[i + 1]);
                }
                values.put(words[0], numbers);
            }
        }
        return values;
    }

    /** Greatest difference over the greatest expected value. */
    public static double relativeDifference(float[] expected, float[] actual) {
        double greatest = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            greatest = Math.max(greatest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
        }
        return difference / greatest;
    }
}
