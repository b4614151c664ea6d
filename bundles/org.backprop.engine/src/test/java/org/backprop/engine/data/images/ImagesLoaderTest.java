package org.backprop.engine.data.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.DataLoader;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.model.ColorMode;
import org.backprop.model.DataSection;
import org.backprop.model.ImagesData;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.backprop.model.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesLoaderTest {

    @TempDir
    private Path folder;

    private static BufferedImage image(int height, int width, int type, int rgb) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < height * width; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        return image;
    }

    private void write(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }

    private void writeTwo() throws IOException {
        write("cat/1.png", image(2, 3, BufferedImage.TYPE_INT_RGB, 0xFF8000));
        write("dog/1.jpg", image(2, 3, BufferedImage.TYPE_INT_RGB, 0xFFFFFF));
    }

    @Test
    void aFolderIsAClassAndItsImagesAreThreeChannelsOfZeroToOne() throws Exception {
        writeTwo();
        Files.writeString(folder.resolve("cat/notes.txt"), "no image");
        Dataset data = load(Optional.empty(), ColorMode.RGB);
        assertEquals(Shape.of(3, 2, 3), data.shape());
        assertEquals(List.of("cat", "dog"), data.classes());
        float half = 128 / 255f;
        float[] cat = {1, 1, 1, 1, 1, 1, half, half, half, half, half, half, 0, 0, 0, 0, 0, 0};
        assertArrayEquals(cat, sample(data, 0), 0);
        for (float value : sample(data, 1)) {
            assertEquals(1, value, 0.02);
        }
    }

    @Test
    void greyIsTheLumaOfColorsAndTheStoredValueOfGreyImages() throws Exception {
        writeTwo();
        BufferedImage grey = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(0, 0, 0, 100);
        write("grey/1.png", grey);
        Dataset data = load(Optional.empty(), ColorMode.GREY);
        assertEquals(Shape.of(1, 2, 3), data.shape());
        assertEquals(Math.round(0.299f * 255 + 0.587f * 128) / 255f, sample(data, 0)[0]);
        assertArrayEquals(new float[] {100 / 255f, 0, 0, 0, 0, 0}, sample(data, 2));
    }

    @Test
    void streamedImagesAreThoseInMemory() throws Exception {
        writeTwo();
        write("cat/2.png", image(2, 3, BufferedImage.TYPE_INT_RGB, 0x123456));
        Dataset expected = load(Optional.empty(), ColorMode.RGB, false);
        Dataset streamed = load(Optional.empty(), ColorMode.RGB, true);
        assertEquals(expected.shape(), streamed.shape());
        assertEquals(expected.classes(), streamed.classes());
        assertArrayEquals(expected.labels(), streamed.labels());
        for (int i = 0; i < expected.count(); i++) {
            assertArrayEquals(row(expected, i), row(streamed, i));
        }
        write("dog/2.png", image(3, 3, BufferedImage.TYPE_INT_RGB, 0));
        DataException e = assertThrows(DataException.class, () -> load(Optional.empty(), ColorMode.RGB, true));
        assertTrue(e.getMessage().contains("has 3x3 pixels"), e::getMessage);
    }

    @Test
    void imagesAreScaledToTheGivenSize() throws Exception {
        writeTwo();
        BufferedImage halves = image(8, 8, BufferedImage.TYPE_INT_RGB, 0);
        for (int i = 0; i < 32; i++) {
            halves.setRGB(4 + i % 4, i / 4, 0xFFFFFF);
        }
        write("halves/1.png", halves);
        Dataset data = load(Optional.of(new Size2d(2, 4)), ColorMode.GREY);
        assertEquals(Shape.of(1, 2, 4), data.shape());
        float[] scaled = sample(data, 2);
        assertEquals(0, scaled[0]);
        assertEquals(1, scaled[3]);
        assertTrue(scaled[1] > 0 && scaled[1] < 0.5 && scaled[2] > 0.5 && scaled[2] < 1);
        assertEquals(1, scaled[1] + scaled[2], 0.01);
    }

    @Test
    void theFirstImageOfAnotherSizeIsNamed() throws Exception {
        writeTwo();
        write("cat/2.png", image(2, 3, BufferedImage.TYPE_INT_RGB, 0));
        write("cat/3.png", image(5, 4, BufferedImage.TYPE_INT_RGB, 0));
        assertEquals(
                "%s: the image has 5x4 pixels, %s has 2x3; set data.images.size to scale all images"
                        .formatted(folder.resolve("cat/3.png"), folder.resolve("cat/1.png")),
                error());
    }

    @Test
    void aDamagedImageIsNamed() throws Exception {
        writeTwo();
        byte[] bytes = Files.readAllBytes(folder.resolve("cat/1.png"));
        Files.write(folder.resolve("cat/2.png"), Arrays.copyOf(bytes, bytes.length - 30));
        Files.writeString(folder.resolve("dog/2.png"), "text");
        assertTrue(error().startsWith(folder.resolve("cat/2.png") + ": the image cannot be read ("), error());
        Files.delete(folder.resolve("cat/2.png"));
        assertEquals(
                folder.resolve("dog/2.png")
                        + ": the image cannot be read (it is neither PNG nor JPEG); remove it or save it again",
                error());
    }

    @Test
    void aClassWithoutImagesIsNamed() throws Exception {
        writeTwo();
        Files.createDirectory(folder.resolve("eel"));
        assertEquals(
                folder.resolve("eel")
                        + ": there is no .png, .jpg or .jpeg file; add images of the class or remove the folder",
                error());
    }

    private static float[] row(Dataset data, int sample) {
        float[] values = new float[data.width()];
        data.rows().read(sample, values, 0);
        return values;
    }

    private static float[] sample(Dataset data, int label) {
        int at = IntStream.range(0, data.count())
                .filter(i -> data.labels()[i] == label)
                .findFirst()
                .orElseThrow();
        return Arrays.copyOfRange(data.features(), at * data.width(), (at + 1) * data.width());
    }

    private String error() {
        return assertThrows(DataException.class, () -> load(Optional.empty(), ColorMode.RGB))
                .getMessage();
    }

    private Dataset load(Optional<Size2d> size, ColorMode color) throws DataException {
        return load(size, color, false);
    }

    private Dataset load(Optional<Size2d> size, ColorMode color, boolean streaming) throws DataException {
        DataSection section = new DataSection(
                new ImagesData(".", size, color),
                new Split(1, 0, 0, 1, false),
                List.of(),
                List.of(),
                Optional.of(streaming));
        return DataLoader.load(section, folder, true, Progress.NONE).train();
    }
}
