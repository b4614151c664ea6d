package org.backprop.runlog.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.TrainerProcess;

/** What the records of runs and of sweeps have in common, to JSON and back. */
public final class ProvenanceJson {
    private ProvenanceJson() {}

    /** The JSON members of a process. */
    public static Map<String, Object> toMap(TrainerProcess process) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pid", process.pid());
        json.put("started", process.started().toString());
        json.put("host", process.host());
        return json;
    }

    /** The process in an object. */
    public static TrainerProcess process(Json json) throws JsonException {
        return new TrainerProcess(json.integer("pid"), instant(json, "started"), json.string("host"));
    }

    /** The JSON members of a model file. */
    public static Map<String, Object> toMap(ModelSource model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", model.file());
        json.put("sha256", model.sha256());
        json.put("text", model.text());
        return json;
    }

    /** The model file in an object. */
    public static ModelSource model(Json json) throws JsonException {
        return new ModelSource(json.string("file"), json.string("text"), json.string("sha256"));
    }

    /** The instant at a name. */
    public static Instant instant(Json json, String name) throws JsonException {
        String text = json.string(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new JsonException("\"" + name + "\" must be an instant such as 2030-01-31T12:00:00Z, not " + text, e);
        }
    }

    /** The recorded outcome of this name. */
    public static Outcome outcome(String text) throws JsonException {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.isRecorded() && outcome.name().equals(text)) {
                return outcome;
            }
        }
        throw new JsonException("\"outcome\" must be RUNNING, COMPLETED, STOPPED or FAILED, not " + text);
    }
}
