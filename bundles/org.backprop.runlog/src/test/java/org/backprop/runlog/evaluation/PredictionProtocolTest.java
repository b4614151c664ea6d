package org.backprop.runlog.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PredictionProtocolTest {

    @Test
    void requestsAreOneLine() {
        assertEquals("{\"id\":7,\"values\":[0.5,1.0]}", new PredictionRequest.Values(new float[] {0.5f, 1}).line(7));
        assertEquals(
                "{\"id\":8,\"file\":\"a \\\"b\\\".png\"}", new PredictionRequest.File(Path.of("a \"b\".png")).line(8));
    }

    @Test
    void answersHaveOutputsOrAnError() throws IOException {
        Prediction answer = Prediction.parse("{\"id\":7,\"outputs\":[0.25,0.75,null],\"class\":\"cat\"}");
        assertEquals(7, answer.id());
        assertArrayEquals(new float[] {0.25f, 0.75f, Float.NaN}, answer.outputs());
        assertEquals(Optional.of("cat"), answer.label());
        assertTrue(answer.error().isEmpty());
        assertEquals(
                Optional.of("no such file"),
                Prediction.parse("{\"id\":8,\"error\":\"no such file\"}").error());
        assertThrows(IOException.class, () -> Prediction.parse("Exception in thread"));
        assertThrows(IOException.class, () -> Prediction.parse("{\"id\":1,\"outputs\":3}"));
    }

    @Test
    void aNetworkOfPicturesDescribesThem() throws IOException {
        String numbers = "\"outputs\":[\"a\",\"b\"],\"probabilities\":true,\"example\":[0,1,0.5,0]";
        NetworkDescription pictures = NetworkDescription.parse(
                "{\"shape\":[1,2,2],\"columns\":[],\"classes\":[\"a\",\"b\"],\"background\":0.1,\"extent\":0.7,"
                        + numbers + "}");
        assertTrue(pictures.takesPictures());
        assertEquals(0.7, pictures.extent());
        assertArrayEquals(new float[] {0, 1, 0.5f, 0}, pictures.example());
        NetworkDescription table = NetworkDescription.parse(
                "{\"shape\":[4],\"columns\":[\"w\",\"x\",\"y\",\"z\"],\"classes\":[]," + numbers + "}");
        assertFalse(table.takesPictures());
        assertEquals(List.of("w", "x", "y", "z"), table.columns());
        assertThrows(IOException.class, () -> NetworkDescription.parse("{}"));
    }
}
