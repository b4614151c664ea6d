package org.backprop.exchange.keras;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.ImportReport;

/** Loss and optimizer of a compiled model, as far as they are said in plain names and numbers. */
final class KerasTraining {

    private static final Map<String, String> OPTIMIZERS = Map.of(
            "Adam", "adam", "AdamW", "adamw", "SGD", "sgd", "RMSprop", "rmsprop", "Adagrad", "adagrad", "Adamax",
            "adamax", "Nadam", "nadam", "Lion", "lion");

    private KerasTraining() {}

    /** What goes into the section {@code training}; the loss only where it does not follow from the network's end. */
    static Map<String, Object> read(Optional<Settings> compiled, ImportReport report) throws ExchangeException {
        Map<String, Object> training = new LinkedHashMap<>();
        if (compiled.isPresent()) {
            loss(compiled.get(), training, report);
            optimizer(compiled.get(), training, report);
        }
        return training;
    }

    private static void loss(Settings compiled, Map<String, Object> training, ImportReport report)
            throws ExchangeException {
        Optional<Settings> object = compiled.optionalObject("loss");
        String name = object.isPresent()
                ? object.get().text("class_name", "")
                : compiled.optionalText("loss").orElse("");
        boolean logits = object.isPresent()
                && object.get().optionalObject("config").isPresent()
                && object.get().object("config").flag("from_logits", false);
        switch (ArchiveWeights.snakeCase(name)) {
            case "categorical_crossentropy", "sparse_categorical_crossentropy" -> {
                if (logits) {
                    training.put("loss", "cross_entropy");
                }
            }
            case "binary_crossentropy" -> {
                if (logits) {
                    training.put("loss", Map.of("bce", Map.of("from_logits", true)));
                }
            }
            case "mean_squared_error", "mse" -> training.put("loss", "mse");
            case "mean_absolute_error", "mae" -> training.put("loss", "mae");
            case "huber", "huber_loss" -> training.put("loss", "huber");
            case "hinge" -> training.put("loss", "hinge");
            case "" -> {
                // not compiled with one: what goes with the network's end
            }
            default -> report.leftOut("The loss " + name + ", which has no equal here; look at training.loss.");
        }
    }

    private static void optimizer(Settings compiled, Map<String, Object> training, ImportReport report)
            throws ExchangeException {
        Optional<Settings> object =
                compiled.optionalObject("optimizer").or(() -> compiled.optionalObject("optimizer_config"));
        String name =
                object.flatMap(settings -> settings.optionalText("class_name")).orElse("");
        String ours = OPTIMIZERS.get(name);
        if (ours == null) {
            if (!name.isEmpty()) {
                report.leftOut("The optimizer " + name + ", which has no equal here.");
            }
            return;
        }
        Optional<Settings> config = object.get().optionalObject("config");
        boolean fixed = config.isPresent()
                && config.get().optionalObject("learning_rate").isEmpty();
        double rate = fixed ? config.get().number("learning_rate", 0) : 0;
        training.put("optimizer", rate > 0 ? Map.of(ours, Map.of("learning_rate", shortest(rate))) : ours);
        report.leftOut("The state of the optimizer " + name + " and its settings but the learning rate.");
    }

    /** 0.001 for the 32-bit number nearest to it, which Keras writes with all digits of a double. */
    private static double shortest(double rate) {
        return Double.parseDouble(Float.toString((float) rate));
    }
}
