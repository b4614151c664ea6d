package org.backprop.model.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

import org.backprop.model.Analysis;
import org.backprop.model.ColorMode;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.CsvData;
import org.backprop.model.FileData;
import org.backprop.model.IdxData;
import org.backprop.model.ImagesData;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.backprop.model.start.Dataset.Classes;
import org.backprop.model.start.Dataset.Numbers;
import org.backprop.model.start.Dataset.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models to begin with have no problems beside the files that they are for, and name them as they were described. */
class StartingModelTest {

    @TempDir
    Path folder;

    private Model written(FileData source, Optional<Shape> shape, Target target, long samples) {
        String text = StartingModel.text(new Dataset(source, shape, target, samples, false));
        Analysis analysis = ModelReader.read("start.nn.yaml", folder, text, Map.of());
        assertEquals(List.of(), analysis.problems(), text);
        Model model = analysis.model().orElseThrow();
        assertEquals(source, model.data().source());
        return model;
    }

    private void csv(String name, String header, String row, int rows) throws IOException {
        Files.writeString(folder.resolve(name), header + "\n" + (row + "\n").repeat(rows));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kind", "kind of flower", "x, y: [z]", "yes", "4.5", "\"quoted\" \\ it", "# no comment", "-1"})
    void aTableWithAnyNameOfItsTarget(String name) throws IOException {
        csv("my table.csv", "a,b,\"" + name.replace("\"", "\"\"") + "\"", "1,2,x", 60);
        Model model = written(
                new CsvData("my table.csv", List.of(name), true, Optional.empty()),
                Optional.of(Shape.of(2)),
                new Classes(3),
                60);
        assertTrue(model.data().split().stratified());
    }

    @Test
    void aTableWithSeveralNumbersToPredictAndNoHeader() throws IOException {
        csv("t.csv", "1,2,3,4", "1,2,3,4", 60);
        Model model = written(
                new CsvData("t.csv", List.of("2", "3"), false, Optional.empty()),
                Optional.of(Shape.of(2)),
                new Numbers(2),
                61);
        assertEquals(2, model.data().targets());
    }

    @Test
    void aTableWithTextsIsEncoded() throws IOException {
        csv("t.csv", "a,b,y", "red,2,1.5", 60);
        Model model = written(
                new CsvData("t.csv", List.of("y"), true, Optional.empty()), Optional.empty(), new Numbers(1), 60);
        assertTrue(model.data().oneHot());
    }

    @Test
    void fewSamplesAreAllTrainedOn() throws IOException {
        csv("t.csv", "a,b,y", "1,2,x", 4);
        Model model = written(
                new CsvData("t.csv", List.of("y"), true, Optional.empty()),
                Optional.of(Shape.of(2)),
                new Classes(2),
                4);
        assertEquals(4, model.data().split().train());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 13, 14, 28, 32, 100, 224})
    void imagesOfAnySizeArePooledToSevenRowsOrMore(int size) throws IOException {
        for (String name : List.of("cat", "dog")) {
            Path parent = Files.createDirectories(folder.resolve("pets").resolve(name));
            BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 30; i++) {
                ImageIO.write(image, "png", parent.resolve(i + ".png").toFile());
            }
        }
        Model model = written(
                new ImagesData("pets", Optional.of(Size2d.of(size)), ColorMode.GREY),
                Optional.of(Shape.of(1, size, size)),
                new Classes(2),
                60);
        long convolutions = model.network().layers().stream()
                .filter(layer -> layer.spec() instanceof Conv2dLayer)
                .count();
        assertEquals(size < 14 ? 0 : (int) (Math.log(size / 7.0) / Math.log(2)), convolutions);
    }

    @Test
    void idxFiles() throws IOException {
        idx("images-idx3-ubyte", 60, 28, 28);
        idx("labels-idx1-ubyte", 60);
        written(new IdxData("images-idx3-ubyte"), Optional.of(Shape.of(1, 28, 28)), new Classes(10), 60);
    }

    private void idx(String name, int... dims) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x0800 | dims.length);
        int elements = 1;
        for (int dim : dims) {
            out.writeInt(dim);
            elements *= dim;
        }
        out.write(new byte[elements]);
        Files.write(folder.resolve(name), bytes.toByteArray());
    }
}
