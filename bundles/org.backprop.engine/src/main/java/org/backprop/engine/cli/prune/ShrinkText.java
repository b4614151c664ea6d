package org.backprop.engine.cli.prune;

import java.util.Locale;
import java.util.Map;

import org.backprop.engine.cli.text.TextTable;
import org.backprop.engine.shrink.LayerChange;
import org.backprop.engine.shrink.NetworkCost;
import org.backprop.engine.shrink.ShrinkReport;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * What shrinking has gained, for people and for tools.
 *
 * @param report what was gained
 * @param bytesBefore size of the file of weights before
 * @param bytesAfter its size afterwards
 */
public record ShrinkText(ShrinkReport report, long bytesBefore, long bytesAfter) {
    private static final int PERCENT = 100;

    /** Two tables and what was checked. */
    public String text() {
        return layers().toString()
                + System.lineSeparator()
                + totals()
                + String.format(
                        Locale.ROOT,
                        "outputs differ by at most %.1e on %,d samples%n",
                        report.greatestDifference(),
                        report.samples());
    }

    private TextTable layers() {
        TextTable table = new TextTable(0, 4).line("layer", "units", "dead", "left", "kept though dead");
        for (LayerChange layer : report.layers()) {
            StringBuilder kept = new StringBuilder();
            layer.kept()
                    .forEach((why, count) -> kept.append(kept.isEmpty() ? "" : "; ")
                            .append(count)
                            .append(": ")
                            .append(why));
            table.line(
                    layer.layer(),
                    count(layer.before()),
                    count(layer.dead()),
                    count(layer.after()),
                    layer.dead() > 0 ? kept.toString() : "");
        }
        return table;
    }

    private TextTable totals() {
        NetworkCost before = report.before();
        NetworkCost after = report.after();
        return new TextTable(0)
                .line("", "pruned", "shrunk", "")
                .line(row("parameters", before.parameters(), after.parameters()))
                .line(row("FLOPs per sample", before.flops(), after.flops()))
                .line(row("bytes of weights", bytesBefore, bytesAfter))
                .line(
                        "weights that are 0",
                        String.format(Locale.ROOT, "%.1f %%", PERCENT * before.sparsity()),
                        String.format(Locale.ROOT, "%.1f %%", PERCENT * after.sparsity()),
                        "")
                .line(
                        "samples/s (forward)",
                        String.format(Locale.ROOT, "%,.0f", report.speed().before()),
                        String.format(Locale.ROOT, "%,.0f", report.speed().after()),
                        String.format(Locale.ROOT, "%.2f x", report.speed().ratio()));
    }

    private static String[] row(String name, long before, long after) {
        String share = before == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", PERCENT * (double) after / before);
        return new String[] {name, count(before), count(after), share};
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The same for tools. */
    public JsonObject json() {
        JsonObject result = new JsonObject();
        result.add("before", cost(report.before(), bytesBefore, report.speed().before()));
        result.add("after", cost(report.after(), bytesAfter, report.speed().after()));
        result.addProperty("speedup", report.speed().ratio());
        result.addProperty("greatest_difference", report.greatestDifference());
        result.addProperty("samples_compared", report.samples());
        JsonArray layers = new JsonArray();
        for (LayerChange layer : report.layers()) {
            JsonObject one = new JsonObject();
            one.addProperty("layer", layer.layer());
            one.addProperty("units", layer.before());
            one.addProperty("dead", layer.dead());
            one.addProperty("left", layer.after());
            one.add("kept", kept(layer.kept()));
            layers.add(one);
        }
        result.add("layers", layers);
        return result;
    }

    private static JsonObject cost(NetworkCost cost, long bytes, double speed) {
        JsonObject json = new JsonObject();
        json.addProperty("parameters", cost.parameters());
        json.addProperty("flops", cost.flops());
        json.addProperty("bytes", bytes);
        json.addProperty("sparsity", cost.sparsity());
        json.addProperty("samples_per_second", speed);
        return json;
    }

    private static JsonObject kept(Map<String, Integer> reasons) {
        JsonObject json = new JsonObject();
        reasons.forEach(json::addProperty);
        return json;
    }
}
