package org.backprop.engine.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;

import org.backprop.engine.Prediction;
import org.backprop.engine.TrainedNetwork;
import org.backprop.engine.data.DataException;
import org.backprop.engine.run.PredictedSamples;
import org.backprop.engine.run.PredictionTask;
import org.backprop.runlog.run.Signature;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Answers a line for each line that it reads, both JSON objects, until its input ends. It begins with a line that describes
 * the network: {@code shape}, {@code columns}, {@code classes}, {@code outputs} (names), {@code probabilities}, {@code
 * example} (a training sample) and, for pictures, {@code background} and {@code extent}.
 *
 * <p>A request has an {@code id} and either {@code values}, the features of a sample as they are before scaling, or {@code
 * file}, as the command takes one. The answer has the same id and {@code outputs}, {@code class} where there are classes and
 * {@code values} where the request had a file; or else {@code error}.
 */
final class PredictionServer {
    private final PredictionTask task;
    private final TrainedNetwork network;
    private final Gson gson = new Gson();

    PredictionServer(PredictionTask task, TrainedNetwork network) {
        this.task = task;
        this.network = network;
    }

    /** Serves until the input ends. */
    void serve(BufferedReader in, PrintStream out) throws IOException {
        print(description(), out);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                print(answer(line), out);
            }
        }
    }

    private void print(JsonObject object, PrintStream out) {
        out.println(gson.toJson(object));
        out.flush();
    }

    private JsonObject description() {
        Signature signature = task.signature();
        JsonObject description = new JsonObject();
        description.add("shape", gson.toJsonTree(signature.shape()));
        description.add("columns", gson.toJsonTree(signature.columns()));
        description.add("classes", gson.toJsonTree(network.classes()));
        description.add("outputs", gson.toJsonTree(network.outputs()));
        description.addProperty("probabilities", network.areProbabilities());
        description.add("example", numbers(signature.example()));
        if (signature.shape().size() > 1) {
            description.addProperty("background", signature.background());
            description.addProperty("extent", signature.extent());
        }
        return description;
    }

    private JsonObject answer(String line) {
        JsonObject answer = new JsonObject();
        try {
            JsonObject request = JsonParser.parseString(line).getAsJsonObject();
            answer.add("id", request.get("id"));
            predict(request, answer);
        } catch (JsonParseException
                | IllegalStateException
                | NumberFormatException
                | UnsupportedOperationException malformed) {
            answer.addProperty("error", "the request is no JSON object with values or a file");
        } catch (InputException | DataException | IOException wrong) {
            answer.addProperty("error", Failures.describe(wrong));
        }
        return answer;
    }

    private void predict(JsonObject request, JsonObject answer) throws InputException, DataException, IOException {
        float[] features;
        if (request.has("file")) {
            Path file = Path.of(request.get("file").getAsString());
            features = PredictedSamples.read(file, task);
            int width = (int) task.shape().size();
            features = Arrays.copyOf(features, width);
            float[] values = features.clone();
            task.scale().undo(values, 0, width);
            answer.add("values", numbers(values));
        } else {
            features = values(request);
            task.scale().apply(features, 0, features.length);
        }
        Prediction prediction = network.predictScaled(features).getFirst();
        answer.add("outputs", numbers(prediction.outputs().values()));
        prediction.label().ifPresent(label -> answer.addProperty("class", label));
    }

    private float[] values(JsonObject request) throws InputException {
        long width = task.shape().size();
        JsonElement given = request.get("values");
        int count = given == null ? 0 : given.getAsJsonArray().size();
        if (count != width) {
            throw new InputException("the network takes %,d values, not %,d".formatted(width, count));
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = given.getAsJsonArray().get(i).getAsFloat();
            if (!Float.isFinite(values[i])) {
                throw new InputException("value %,d is not a finite number".formatted(i + 1));
            }
        }
        return values;
    }

    private static JsonArray numbers(float[] values) {
        JsonArray array = new JsonArray();
        for (float value : values) {
            array.add(number(value));
        }
        return array;
    }

    private static JsonArray numbers(Collection<Float> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(number(value)));
        return array;
    }

    /** A number that JSON can hold: what is not finite becomes null. */
    private static Float number(float value) {
        return Float.isFinite(value) ? Float.valueOf(value) : null;
    }
}
