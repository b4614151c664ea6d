package org.backprop.engine.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import org.backprop.model.Variation;

/** Settings that are drawn, each at most once. */
final class Draws {
    private static final int ATTEMPTS = 200;

    private final Map<String, Variation> vary;
    private final SplittableRandom random;
    private final Set<Map<String, String>> drawn = new HashSet<>();

    Draws(Map<String, Variation> vary, long seed) {
        this.vary = vary;
        random = new SplittableRandom(seed);
    }

    SplittableRandom random() {
        return random;
    }

    /** So many settings whose values are drawn independently; fewer if there are no more. */
    List<Map<String, String>> settings(int count) {
        List<Map<String, String>> settings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            another(this::independent).ifPresent(settings::add);
        }
        return settings;
    }

    /** The first setting of {@code source} that was not drawn before; empty if there is none to be found. */
    Optional<Map<String, String>> another(Supplier<Map<String, String>> source) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, String> setting = source.get();
            if (drawn.add(setting)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** A setting whose values are drawn independently. */
    Map<String, String> independent() {
        Map<String, String> setting = new LinkedHashMap<>();
        vary.forEach((path, variation) -> setting.put(path, variation.at(random.nextDouble())));
        return setting;
    }
}
