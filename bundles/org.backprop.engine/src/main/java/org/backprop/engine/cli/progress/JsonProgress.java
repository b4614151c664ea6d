package org.backprop.engine.cli.progress;

import java.io.PrintStream;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** One JSON object a line, for tools: {@code {"event": "progress" | "epoch" | "message" | "end", ...}}. */
final class JsonProgress implements Progress {
    private final PrintStream out;
    private final Gson gson = new Gson();

    JsonProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void message(String text) {
        JsonObject line = event("message");
        line.addProperty("text", text);
        print(line);
    }

    @Override
    public void tick(Tick tick) {
        print(position("progress", tick));
    }

    @Override
    public void epoch(Tick tick, Map<String, Double> metrics) {
        JsonObject line = position("epoch", tick);
        JsonObject values = new JsonObject();
        metrics.forEach((tag, value) -> values.add(tag, number(value)));
        line.add("metrics", values);
        print(line);
    }

    @Override
    public void end(String outcome, String text) {
        JsonObject line = event("end");
        line.addProperty("outcome", outcome);
        line.addProperty("text", text);
        print(line);
    }

    private static JsonObject position(String event, Tick tick) {
        JsonObject line = event(event);
        line.addProperty("epoch", tick.epoch());
        line.addProperty("epochs", tick.epochs());
        line.addProperty("step", tick.step());
        line.addProperty("steps", tick.steps());
        line.add("loss", number(tick.loss()));
        line.add("samples_per_second", number(tick.samplesPerSecond()));
        line.add("seconds_left", number(tick.secondsLeft()));
        return line;
    }

    private static JsonObject event(String event) {
        JsonObject line = new JsonObject();
        line.addProperty("event", event);
        return line;
    }

    /** JSON has no NaN and no infinity. */
    private static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }

    private void print(JsonObject line) {
        out.println(gson.toJson(line));
    }
}
