package org.backprop.runlog.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;
import org.backprop.runlog.internal.ProvenanceJson;

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
        json.put("process", ProvenanceJson.toMap(info.process()));
        json.put("model", ProvenanceJson.toMap(info.model()));
        info.trial().ifPresent(trial -> json.put("sweep", trial(trial)));
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
                ProvenanceJson.model(json.object("model")),
                json.object("configuration").toMap(),
                json.integer("seed"),
                environment(json.object("environment")),
                ProvenanceJson.process(json.object("process")),
                plan(json.object("plan")),
                ProvenanceJson.instant(json, "start"),
                json.has("end") ? Optional.of(ProvenanceJson.instant(json, "end")) : Optional.empty(),
                ProvenanceJson.outcome(json.string("outcome")),
                json.optionalString("message"),
                json.has("sweep") ? Optional.of(trial(json.object("sweep"))) : Optional.empty());
    }

    private static Map<String, Object> trial(SweptFrom trial) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", trial.sweep());
        json.put("trial", trial.trial());
        json.put("settings", trial.settings());
        return json;
    }

    private static SweptFrom trial(Json json) throws JsonException {
        return new SweptFrom(
                json.string("name"),
                (int) json.integer("trial", 1, Integer.MAX_VALUE),
                json.object("settings").stringMap());
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
}
