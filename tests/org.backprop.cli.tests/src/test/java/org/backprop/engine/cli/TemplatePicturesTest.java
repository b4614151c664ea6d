package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.run.TrainingTask;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the templates' data are of what the templates are trained on. With {@code -Dbackprop.pictures=write} they
 * are written anew.
 */
class TemplatePicturesTest {
    private static final Path TEMPLATES = Path.of("..", "..", "bundles", "org.backprop.samples", "templates");
    private static final int WIDTH = 308;
    private static final int SIDE = 28;
    private static final int WHITE = 0xFFFFFF;
    private static final int POINT = 0x1F69B0;

    @Test
    void digitsAreThoseOfTheTemplate() throws Exception {
        Dataset data = training("mlp.nn.yaml");
        BufferedImage picture = new BufferedImage(WIDTH, 2 * SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < WIDTH; x++) {
                int sample = y / SIDE * (WIDTH / SIDE) + x / SIDE;
                float value = data.features()[sample * SIDE * SIDE + y % SIDE * SIDE + x % SIDE];
                int grey = Math.round(255 * Math.clamp(value, 0, 1));
                picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        compare(picture, "digits.png");
    }

    @Test
    void theSineIsThatOfTheTemplate() throws Exception {
        Dataset data = training("regression.nn.yaml");
        int height = 100;
        BufferedImage picture = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < WIDTH * height; i++) {
            picture.setRGB(i % WIDTH, i / WIDTH, WHITE);
        }
        for (int i = 0; i < data.count(); i++) {
            int x = Math.round((data.features()[i] + 1) / 2 * (WIDTH - 1));
            int y = Math.round((1.5f - data.targets()[i]) / 3 * (height - 1));
            picture.setRGB(x, Math.clamp(y, 0, height - 1), POINT);
        }
        compare(picture, "sine.png");
    }

    private static Dataset training(String template) throws Exception {
        Model model = ModelReader.read(TEMPLATES.resolve(template)).model().orElseThrow();
        return TrainingTask.load(model, TEMPLATES, Progress.NONE).train();
    }

    private static void compare(BufferedImage drawn, String name) throws IOException {
        Path file = TEMPLATES.resolve(name);
        if ("write".equals(System.getProperty("backprop.pictures"))) {
            ImageIO.write(drawn, "png", file.toFile());
        }
        BufferedImage stored = ImageIO.read(Files.newInputStream(file));
        assertArrayEquals(pixels(drawn), pixels(stored), name);
    }

    private static int[] pixels(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= WHITE;
        }
        return pixels;
    }
}
