package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.runlog.preview.DataPreview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewCommandTest {
    @TempDir
    private Path folder;

    private Backprop.Result preview(String text, String... more) throws Exception {
        Files.writeString(folder.resolve("m.nn.yaml"), text);
        String[] arguments = new String[more.length + 2];
        arguments[0] = "preview";
        arguments[1] = "m.nn.yaml";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return new Backprop(folder).run(arguments);
    }

    private DataPreview json(String text, String... more) throws Exception {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "--json";
        System.arraycopy(more, 0, arguments, 1, more.length);
        Backprop.Result result = preview(text, arguments);
        assertEquals(0, result.exitCode(), result.err());
        return DataPreview.parse(result.out());
    }

    @Test
    void picturesComeWithTheirVariantsAndTheBalanceOfTheClassesEvenWithoutANetwork() throws Exception {
        String text = "data: {digits: {samples: 200}, split: {train: 150, test: 50, stratified: true},"
                + " augmentation: [{rotate: 20}]}\ntraining: {loss: cross_entropy}\n";
        DataPreview preview = json(text, "--samples", "5", "--variants", "3");
        assertEquals(List.of(1, 28, 28), preview.shape());
        assertEquals(150, preview.train().samples());
        assertEquals(0, preview.validation().samples());
        assertEquals(50, preview.test().samples());
        assertTrue(preview.train().perClass().stream().allMatch(count -> count == 15));
        assertEquals(5, preview.samples().size());
        DataPreview.Sample sample = preview.samples().getFirst();
        assertEquals(28, sample.picture().orElseThrow().width());
        assertEquals(3, sample.variants().size());
        assertNotEquals(
                List.of(sample.picture().get().rgb()),
                List.of(sample.variants().getFirst().picture().orElseThrow().rgb()));
        List<String> targets =
                preview.samples().stream().map(DataPreview.Sample::target).toList();
        assertNotEquals(
                targets,
                json(text, "--samples", "5", "--seed", "2").samples().stream()
                        .map(DataPreview.Sample::target)
                        .toList());
    }

    @Test
    void aTableComesWithItsColumnsAndNumbersToPredict() throws Exception {
        StringBuilder rows = new StringBuilder("width,height,area\n");
        for (int i = 0; i < 20; i++) {
            rows.append("%d,%s,%d%n".formatted(i, "0.5", 3 * i));
        }
        Files.writeString(folder.resolve("t.csv"), rows);
        DataPreview preview = json("data: {csv: {path: t.csv, target: area}}\ntraining: {loss: mse}\n");
        assertEquals(List.of("width", "height"), preview.columns());
        assertEquals(16, preview.train().samples());
        DataPreview.Sample sample = preview.samples().getFirst();
        assertEquals("0.5000", sample.values().get(1));
        assertEquals(3 * Integer.parseInt(sample.values().get(0)), Integer.parseInt(sample.target()));
    }

    @Test
    void wrongDataIsSaidInOneLine() throws Exception {
        Backprop.Result result = preview("data: {csv: {path: none.csv}}\ntraining: {loss: mse}\n");
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("none.csv"), result.err());
        Backprop.Result unreadable = preview("data: {csb: {}}\n");
        assertEquals(1, unreadable.exitCode());
        assertTrue(unreadable.err().contains("did you mean csv"), unreadable.err());
    }
}
