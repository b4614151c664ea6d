package org.backprop.help;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.model.Activation;
import org.backprop.model.Family;
import org.backprop.model.LossSpec;
import org.backprop.model.ModelReader;
import org.backprop.model.ScheduleSpec;
import org.backprop.model.TypeInfo;

/** The curves of those types that one explains, computed by what trainings compute with. */
final class Curves {
    private final Kernels kernels;
    private final Map<String, String> schedules;

    private Curves(Kernels kernels, Map<String, String> schedules) {
        this.kernels = kernels;
        this.schedules = schedules;
    }

    /** @param schedules a file with an example of each schedule that is a function of time */
    static Curves open(Path schedules) throws IOException, BackendException {
        Kernels kernels = Backends.open(Backends.NATIVE, KernelsChoice.NATIVE, 1, warning -> {});
        return new Curves(kernels, Yaml.texts(schedules));
    }

    Optional<Curve> of(String group, TypeInfo type) {
        if (group.equals(Reference.folder(Family.ACTIVATION))) {
            return Optional.of(new ActivationCurve(kernels).of(activation(type.key())));
        }
        if (group.equals(Reference.folder(Family.LOSS))) {
            return Optional.of(new LossCurve(kernels).of((LossSpec) spec(Family.LOSS, type.key())));
        }
        return group.equals(Reference.folder(Family.SCHEDULE)) && schedules.containsKey(type.key())
                ? Optional.of(schedule(schedules.get(type.key())))
                : Optional.empty();
    }

    private static Activation activation(String key) {
        return Activation.valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }

    private static Curve schedule(String text) {
        return ScheduleCurve.of((ScheduleSpec) spec(Family.SCHEDULE, text), "schedule: " + text);
    }

    private static Record spec(Family family, String text) {
        return ModelReader.readSpec(family, text, problem -> {
                    throw new IllegalArgumentException(text + ": " + problem.format());
                })
                .orElseThrow();
    }
}
