package org.backprop.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

import org.backprop.engine.cli.progress.Progress;
import org.backprop.runlog.diagnosis.Diagnosis;
import org.backprop.runlog.diagnosis.Evidence;
import org.backprop.runlog.diagnosis.Finding;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunTail;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** What is wrong with a run, as text and as JSON. */
final class Findings {
    /** How long the end of a training may wait for its diagnosis. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private Findings() {}

    /** Tells what is wrong with a run that has just ended; nothing if its record is too long to be read in a moment. */
    static void tell(Path folder, Progress progress) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        RunTail tail = new RunTail(folder);
        RunSnapshot run = tail.poll(() -> System.nanoTime() - end > 0);
        if (!tail.isBehind()) {
            Diagnosis.of(run).findings().forEach(finding -> progress.message(line(finding)));
        }
    }

    /** A finding in one line. */
    static String line(Finding finding) {
        return "diagnosis: " + finding.message() + " " + finding.remedy();
    }

    /** Findings as JSON. */
    static JsonArray json(List<Finding> findings) {
        JsonArray array = new JsonArray();
        findings.forEach(finding -> array.add(json(finding)));
        return array;
    }

    private static JsonObject json(Finding finding) {
        JsonObject object = new JsonObject();
        object.addProperty("fault", finding.fault().key());
        object.addProperty("severity", finding.severity().key());
        JsonArray layers = new JsonArray();
        finding.layers().forEach(layers::add);
        object.add("layers", layers);
        object.addProperty("first_step", finding.firstStep());
        object.addProperty("last_step", finding.lastStep());
        JsonArray evidence = new JsonArray();
        finding.evidence().forEach(curve -> evidence.add(json(curve)));
        object.add("evidence", evidence);
        object.addProperty("message", finding.message());
        object.addProperty("remedy", finding.remedy());
        return object;
    }

    private static JsonObject json(Evidence curve) {
        JsonObject object = new JsonObject();
        object.addProperty("tag", curve.tag());
        add(object, "value", OptionalDouble.of(curve.value()));
        add(object, "threshold", curve.threshold());
        return object;
    }

    /** JSON has no NaN and no infinity. */
    private static void add(JsonObject object, String key, OptionalDouble value) {
        value.ifPresent(number -> {
            if (Double.isFinite(number)) {
                object.addProperty(key, number);
            }
        });
    }
}
