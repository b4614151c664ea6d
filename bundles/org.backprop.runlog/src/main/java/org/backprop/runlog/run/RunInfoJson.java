package org.backprop.runlog.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;

/** {@link RunInfo} to JSON and back. Members that are not known are ignored when reading. */
final class RunInfoJson {
    private RunInfoJson() {}

    static Map<String, Object> toMap(RunInfo info) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", RunInfo.FORMAT);
        json.put("name", info.name());
        json.put("outcome", info.outcome().name());
        info.message().ifPresent(message -> json.put("message", message));
        json.put("start", info.start().toString());
        info.end().ifPresent(end -> json.put("end", end.toString()));
        json.put("seed", info.seed());
        json.put("plan", plan(info.plan()));
        json.put("environment", environment(info.environment()));
        json.put("process", process(info.process()));
        json.put("model", model(info.model()));
        json.put("configuration", info.configuration());
        return json;
    }

    static RunInfo parse(String text) throws JsonException {
        Json json = Json.parse(text);
        long format = json.integer("format", 1, Integer.MAX_VALUE);
        if (format > RunInfo.FORMAT) {
            throw new JsonException(
                    "\"format\" " + format + " is newer than this version of Backprop reads; update it");
        }
        return new RunInfo(
                json.string("name"),
                model(json.object("model")),
                json.object("configuration").toMap(),
                json.integer("seed"),
                environment(json.object("environment")),
                process(json.object("process")),
                plan(json.object("plan")),
                instant(json, "start"),
                json.has("end") ? Optional.of(instant(json, "end")) : Optional.empty(),
                outcome(json.string("outcome")),
                json.optionalString("message"));
    }

    private static Map<String, Object> plan(Plan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("epochs", plan.epochs());
        json.put("steps_per_epoch", plan.stepsPerEpoch());
        json.put("parameters", plan.parameters());
        return json;
    }

    private static Plan plan(Json json) throws JsonException {
        return new Plan(
                (int) json.integer("epochs", 0, Integer.MAX_VALUE),
                json.integer("steps_per_epoch"),
                json.integer("parameters"));
    }

    private static Map<String, Object> environment(Environment environment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("backend", environment.backend());
        json.put("device", environment.device());
        json.put("threads", environment.threads());
        json.put("command", environment.command());
        json.put("versions", environment.versions());
        return json;
    }

    private static Environment environment(Json json) throws JsonException {
        return new Environment(
                json.object("versions").stringMap(),
                json.string("backend"),
                json.string("device"),
                (int) json.integer("threads", 1, Integer.MAX_VALUE),
                json.strings("command"));
    }

    private static Map<String, Object> process(TrainerProcess process) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pid", process.pid());
        json.put("started", process.started().toString());
        json.put("host", process.host());
        return json;
    }

    private static TrainerProcess process(Json json) throws JsonException {
        return new TrainerProcess(json.integer("pid"), instant(json, "started"), json.string("host"));
    }

    private static Map<String, Object> model(ModelSource model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", model.file());
        json.put("sha256", model.sha256());
        json.put("text", model.text());
        return json;
    }

    private static ModelSource model(Json json) throws JsonException {
        return new ModelSource(json.string("file"), json.string("text"), json.string("sha256"));
    }

    private static Instant instant(Json json, String name) throws JsonException {
        String text = json.string(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new JsonException("\"" + name + "\" must be an instant such as 2030-01-31T12:00:00Z, not " + text, e);
        }
    }

    private static Outcome outcome(String text) throws JsonException {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.isRecorded() && outcome.name().equals(text)) {
                return outcome;
            }
        }
        throw new JsonException("\"outcome\" must be RUNNING, COMPLETED, STOPPED or FAILED, not " + text);
    }
}
