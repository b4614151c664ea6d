package org.backprop.model.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

import org.backprop.model.Size2d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageHeaderTest {

    @TempDir
    private Path folder;

    private Path write(String format, int type) throws IOException {
        Path file = folder.resolve("image." + format);
        ImageIO.write(new BufferedImage(7, 300, type), format, file.toFile());
        return file;
    }

    @ParameterizedTest
    @CsvSource({"png, 1", "png, 2", "png, 10", "jpg, 1", "jpg, 10"})
    void aHeaderGivesRowsAndColumns(String format, int type) throws IOException {
        assertEquals(new Size2d(300, 7), ImageHeader.size(write(format, type)));
    }

    @ParameterizedTest
    @CsvSource({"png, 20", "jpg, 20"})
    void aFileThatEndsInsideItsHeaderIsNamed(String format, int length) throws IOException {
        Path file = write(format, BufferedImage.TYPE_INT_RGB);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertEquals(
                file + ": the image ends inside its header; remove it or save it again",
                assertThrows(DataFormatException.class, () -> ImageHeader.size(file))
                        .getMessage());
    }

    @Test
    void anotherFileIsNoImage() throws IOException {
        Path file = Files.writeString(folder.resolve("image.png"), "some text");
        assertEquals(
                file + ": not a PNG or JPEG image; remove it or save it again",
                assertThrows(DataFormatException.class, () -> ImageHeader.size(file))
                        .getMessage());
    }

    @Test
    void aDamagedJpegIsNamed() throws IOException {
        Path file = write("jpg", BufferedImage.TYPE_INT_RGB);
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] = 0x12;
        Files.write(file, bytes);
        assertEquals(
                file + ": the JPEG header is damaged; remove the image or save it again",
                assertThrows(DataFormatException.class, () -> ImageHeader.size(file))
                        .getMessage());
    }
}
