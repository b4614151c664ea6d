package org.backprop.runlog.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;

import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.Journal;
import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {
    private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");

    @TempDir
    Path folder;

    private RunSnapshot run(String name, double rate) throws IOException {
        RunFolder place = RunFolder.create(folder, name);
        RunInfo info = RunInfo.starting(
                name,
                ModelSource.of("m.nn.yaml", "name: \"<b>&\" # comment\n"),
                Map.of("training", Map.of("optimizer", Map.of("adam", Map.of("learning_rate", rate)))),
                7,
                new Environment(Map.of("java", "25"), "native", "a <processor>", 2, List.of("train", "m.nn.yaml")),
                new Plan(2, 300, 10));
        try (RunWriter writer = RunWriter.create(place, info)) {
            writer.scalar("data/duplicates/validation", 0, 0.3);
            for (int step = 1; step <= 600; step++) {
                writer.scalar("loss/train", step, rate / step);
                writer.scalar("gradient_norm/hidden", step, 1.0 / step);
            }
            writer.scalar("loss/validation", 300, rate);
            writer.scalar("loss/validation", 600, rate / 2);
            writer.tensor("confusion_matrix/validation", 600, Tensor.longs(new long[] {8, 2, 1, 9}, 2, 2));
            writer.finish(Outcome.COMPLETED, Optional.of("a \"quoted\" <script>alert(1)</script>"));
        }
        Journal.append(place.journalFile(), JournalEntry.now("<me>", 5, "pause"));
        return RunReader.read(place.path());
    }

    /** A report is XML but for its first line and its style sheet. */
    private static Document parse(String html) throws Exception {
        String xml = html.replace("<!DOCTYPE html>", "").replaceAll("(?s)<style>.*?</style>", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> texts(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void aRunIsShownWithMetricsDiagnosisChartsConfusionConfigurationAndProvenance() throws Exception {
        Document page = parse(Report.of(List.of(run("digits", 0.5)), NOW));
        assertEquals(
                List.of(
                        "Metrics",
                        "Diagnosis",
                        "Curves",
                        "Confusion matrix, validation",
                        "Commands in flight",
                        "Configuration",
                        "Provenance"),
                texts(page, "h2"));
        assertEquals(List.of("loss", "Gradient norm by layer, logarithmic"), charts(page));
        assertEquals("name: \"<b>&\" # comment\n", texts(page, "pre").getFirst());
        List<String> cells = texts(page, "td");
        assertTrue(cells.stream().anyMatch(cell -> cell.startsWith("The split leaks: 30.0 %")), cells.toString());
        assertTrue(
                cells.containsAll(List.of("Completed", "0.25", "a <processor>", "80.0 %", "<me>")), cells.toString());
        assertTrue(cells.contains("a \"quoted\" <script>alert(1)</script>"), "as text, not as a script");
    }

    private static List<String> charts(Document page) {
        return texts(page, "figcaption").stream()
                .map(title -> title.equals("loss, logarithmic") ? "loss" : title)
                .toList();
    }

    @Test
    void nothingIsLoadedAndNothingRuns() throws Exception {
        String html = Report.of(List.of(run("digits", 0.5)), NOW);
        assertFalse(html.contains("http") || html.contains("<script") || html.contains("@import"), html);
        assertTrue(html.contains("prefers-color-scheme: dark") && html.contains("@media print"));
    }

    @Test
    void curvesAreReducedToTheirPixels() throws Exception {
        Document page = parse(Report.of(List.of(run("digits", 0.5)), NOW));
        NodeList lines = page.getElementsByTagName("polyline");
        for (int i = 0; i < lines.getLength(); i++) {
            int points = ((Element) lines.item(i)).getAttribute("points").split(" ").length;
            assertTrue(points <= 602, points + " points");
        }
    }

    @Test
    void severalRunsAreComparedWithTheBestMarked() throws Exception {
        RunSnapshot better = run("digits", 0.1);
        RunSnapshot worse = run("digits", 0.5);
        String html = Report.of(List.of(worse, better), NOW);
        Document page = parse(html);
        assertTrue(texts(page, "h1").contains("2 runs compared"));
        List<String> heads = texts(page, "th");
        assertTrue(heads.contains("training.optimizer.adam.learning_rate"), heads.toString());
        assertTrue(heads.contains("digits (" + better.folder().getFileName() + ")"), heads.toString());
        assertTrue(html.contains("<td class=\"n best\">0.05</td>"), "the lower validation loss");
        assertFalse(html.contains("<td class=\"n best\">0.25</td>"));
    }

    @Test
    void ticksAreRoundNumbers() {
        assertEquals(List.of(0.0, 2.0, 4.0, 6.0), Ticks.linear(-0.5, 7, 5));
        assertEquals(List.of(0.01, 0.1, 1.0, 10.0), Ticks.logarithmic(0.005, 20));
        assertEquals("1e-5", Figures.number(1e-5));
        assertEquals("0.25", Figures.number(0.25));
    }
}
