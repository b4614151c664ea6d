package org.backprop.engine.cli.sweep;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.backprop.runlog.sweep.Spread;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.runlog.sweep.TrialFigures;
import org.backprop.runlog.sweep.TrialGroup;
import org.backprop.runlog.sweep.TrialRow;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A sweep as JSON, for tools. */
public final class SweepJson {
    private SweepJson() {}

    /** The whole sweep on one line. */
    public static String of(SweepSnapshot sweep) {
        JsonObject json = new JsonObject();
        json.addProperty("outcome", sweep.outcome().name());
        json.addProperty("folder", sweep.folder().toAbsolutePath().toString());
        json.addProperty("objective", sweep.info().plan().objective().metric());
        JsonArray trials = new JsonArray();
        sweep.rows().forEach(row -> trials.add(trial(row)));
        json.add("trials", trials);
        JsonArray settings = new JsonArray();
        sweep.groups().forEach(group -> settings.add(group(group)));
        json.add("settings", settings);
        return new Gson().toJson(json);
    }

    /** A trial that begins or ends, on one line. */
    static String event(TrialRow row) {
        JsonObject json = new JsonObject();
        json.addProperty("event", "trial");
        trial(row).asMap().forEach(json::add);
        return new Gson().toJson(json);
    }

    private static JsonObject trial(TrialRow row) {
        TrialFigures figures = row.figures();
        JsonObject json = new JsonObject();
        json.addProperty("trial", row.trial().number());
        json.add("settings", settings(row.trial().settings()));
        json.addProperty("seed", row.trial().seed());
        json.addProperty("state", row.state().name());
        row.trial().run().ifPresent(run -> json.addProperty("run", run));
        row.trial().message().ifPresent(message -> json.addProperty("message", message));
        json.addProperty("epochs", figures.epochs());
        add(json, "seconds", figures.seconds());
        add(json, "epochs_to_target", asDouble(figures.epochsToTarget()));
        add(json, "best_train_loss", figures.trainLoss());
        add(json, "best_validation_loss", figures.validationLoss());
        add(json, "final_accuracy", figures.accuracy());
        add(json, "objective", figures.objective());
        return json;
    }

    private static JsonObject group(TrialGroup group) {
        JsonObject json = new JsonObject();
        json.add("settings", settings(group.settings()));
        json.addProperty("trials", group.ended());
        json.addProperty("reached", group.reached());
        add(json, "seconds", group.seconds());
        add(json, "epochs_to_target", group.epochsToTarget());
        add(json, "best_train_loss", group.trainLoss());
        add(json, "best_validation_loss", group.validationLoss());
        add(json, "final_accuracy", group.accuracy());
        add(json, "objective", group.objective());
        return json;
    }

    private static JsonObject settings(Map<String, String> settings) {
        JsonObject json = new JsonObject();
        settings.forEach(json::addProperty);
        return json;
    }

    private static OptionalDouble asDouble(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }

    private static void add(JsonObject json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.addProperty(name, number));
    }

    private static void add(JsonObject json, String name, Spread spread) {
        if (spread.count() > 0) {
            JsonObject value = new JsonObject();
            value.addProperty("mean", spread.mean());
            value.addProperty("deviation", spread.deviation());
            json.add(name, value);
        }
    }
}
