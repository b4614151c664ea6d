package org.backprop.runlog.sweep;

import static org.backprop.runlog.internal.ProvenanceJson.instant;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;
import org.backprop.runlog.internal.ProvenanceJson;

/** {@link SweepInfo} to JSON and back. Members that are not known are ignored when reading. */
final class SweepInfoJson {
    private static final String METRIC = "metric";
    private static final String MORE_IS_BETTER = "more_is_better";

    private SweepInfoJson() {}

    static Map<String, Object> toMap(SweepInfo info) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", SweepInfo.FORMAT);
        json.put("name", info.name());
        json.put("outcome", info.outcome().name());
        info.message().ifPresent(message -> json.put("message", message));
        json.put("start", info.start().toString());
        info.end().ifPresent(end -> json.put("end", end.toString()));
        json.put("plan", plan(info.plan()));
        json.put("trials", info.trials().stream().map(SweepInfoJson::trial).toList());
        json.put("process", ProvenanceJson.toMap(info.process()));
        json.put("model", ProvenanceJson.toMap(info.plan().model()));
        return json;
    }

    static SweepInfo parse(String text) throws JsonException {
        Json json = Json.parse(text);
        if (json.integer("format", 1, Integer.MAX_VALUE) > SweepInfo.FORMAT) {
            throw new JsonException("\"format\" is newer than this version of Backprop reads; update it");
        }
        List<Trial> trials = new ArrayList<>();
        for (Json trial : json.objects("trials")) {
            trials.add(trial(trial, trials.size() + 1));
        }
        return new SweepInfo(
                json.string("name"),
                plan(json),
                ProvenanceJson.process(json.object("process")),
                instant(json, "start"),
                json.has("end") ? Optional.of(instant(json, "end")) : Optional.empty(),
                ProvenanceJson.outcome(json.string("outcome")),
                json.optionalString("message"),
                trials);
    }

    private static Map<String, Object> plan(SweepPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("search", plan.search());
        json.put("paths", plan.paths());
        json.put("trials", plan.trials());
        json.put("parallel", plan.parallel());
        json.put("objective", goal(plan.objective()));
        plan.target().ifPresent(target -> {
            Map<String, Object> value = goal(target.goal());
            value.put("value", target.value());
            json.put("target", value);
        });
        json.put("overrides", plan.overrides());
        json.put("trainer", plan.trainer());
        plan.data().ifPresent(data -> json.put("data", data));
        return json;
    }

    private static SweepPlan plan(Json json) throws JsonException {
        Json plan = json.object("plan");
        return new SweepPlan(
                ProvenanceJson.model(json.object("model")),
                plan.object("overrides").stringMap(),
                plan.optionalString("data"),
                plan.object("trainer").stringMap(),
                plan.string("search"),
                plan.strings("paths"),
                goal(plan.object("objective")),
                plan.has("target") ? Optional.of(target(plan.object("target"))) : Optional.empty(),
                (int) plan.integer("trials", 0, Integer.MAX_VALUE),
                (int) plan.integer("parallel", 1, Integer.MAX_VALUE));
    }

    private static Map<String, Object> goal(Goal goal) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(METRIC, goal.metric());
        json.put(MORE_IS_BETTER, goal.moreIsBetter());
        return json;
    }

    private static Goal goal(Json json) throws JsonException {
        return new Goal(json.string(METRIC), json.bool(MORE_IS_BETTER));
    }

    private static Target target(Json json) throws JsonException {
        return new Target(goal(json), json.number("value"));
    }

    private static Map<String, Object> trial(Trial trial) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", trial.number());
        json.put("settings", trial.settings());
        json.put("seed", trial.seed());
        json.put("epochs", trial.epochs());
        json.put("state", trial.state().name());
        trial.run().ifPresent(run -> json.put("run", run));
        trial.message().ifPresent(message -> json.put("message", message));
        if (!trial.resumed().isEmpty()) {
            json.put("resumed", trial.resumed().stream().map(Instant::toString).toList());
        }
        return json;
    }

    private static Trial trial(Json json, int number) throws JsonException {
        String run = json.optionalString("run").orElse("run");
        if (run.contains("/") || run.contains("\\") || run.startsWith(".")) {
            throw new JsonException("\"run\" must be the name of a folder, not " + run);
        }
        return new Trial(
                (int) json.integer("number", number, number),
                json.object("settings").stringMap(),
                json.integer("seed"),
                (int) json.integer("epochs", 1, Integer.MAX_VALUE),
                state(json.string("state")),
                json.optionalString("run"),
                json.optionalString("message"),
                json.has("resumed") ? instants(json.strings("resumed")) : List.of());
    }

    private static TrialState state(String text) throws JsonException {
        try {
            return TrialState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new JsonException("\"state\" is unknown: " + text, e);
        }
    }

    private static List<Instant> instants(List<String> texts) throws JsonException {
        try {
            return texts.stream().map(Instant::parse).toList();
        } catch (DateTimeException e) {
            throw new JsonException("\"resumed\" must have instants such as 2030-01-31T12:00:00Z", e);
        }
    }
}
