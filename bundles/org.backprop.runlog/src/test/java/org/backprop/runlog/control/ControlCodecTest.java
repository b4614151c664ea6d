package org.backprop.runlog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlCodecTest {
    @Test
    void theWireIsOneJsonObjectALine() {
        assertEquals("{\"token\":\"t\"}\n", text(ControlCodec.encode(new Hello("t"))));
        assertEquals(
                "{\"id\":1,\"command\":\"stop\"}\n", text(ControlCodec.encode(new Request(1, new Command.Stop()))));
        assertEquals("{\"id\":1,\"ok\":true}\n", text(ControlCodec.encode(Reply.done(1))));
        assertEquals("{\"id\":1,\"ok\":false,\"reason\":\"no\"}\n", text(ControlCodec.encode(Reply.refused(1, "no"))));
        assertEquals("{\"event\":\"run\",\"path\":\"/r\"}\n", text(ControlCodec.encode(new RunAnnounced("/r"))));
    }

    @Test
    void everyMessageComesBack() throws MalformedFrameException {
        String awkward = "C:\\runs\\\u00fc \"x\"\n\u2028\ud83d\ude00</script>";
        Hello hello = new Hello(awkward);
        assertEquals(hello, ControlCodec.decodeHello(line(ControlCodec.encode(hello))));
        Request request = new Request(Long.MIN_VALUE, new Command.Stop());
        assertEquals(request, ControlCodec.decodeRequest(line(ControlCodec.encode(request))));
        for (TrainerMessage message :
                new TrainerMessage[] {Reply.done(3), Reply.refused(4, awkward), new RunAnnounced(awkward)}) {
            assertEquals(message, ControlCodec.decodeTrainerMessage(line(ControlCodec.encode(message))));
        }
    }

    @Test
    void membersOfLaterVersionsAreIgnored() throws MalformedFrameException {
        assertEquals(
                new Request(2, new Command.Stop()),
                ControlCodec.decodeRequest("{\"id\":2,\"command\":\"stop\",\"hurry\":{\"a\":[1]}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stop",
                "[]",
                "{}",
                "null",
                "{'id':1,'command':'stop'}",
                "{\"id\":1,\"command\":\"stop\"} {}",
                "{\"id\":1.5,\"command\":\"stop\"}",
                "{\"id\":\"1\",\"command\":\"stop\"}",
                "{\"id\":99999999999999999999,\"command\":\"stop\"}",
                "{\"id\":1,\"command\":\"explode\"}",
                "{\"id\":1,\"command\":null}",
                "{\"id\":1}"
            })
    void aMalformedRequestIsADeclaredException(String line) {
        MalformedFrameException error =
                assertThrows(MalformedFrameException.class, () -> ControlCodec.decodeRequest(line));
        assertFalse(error.getMessage().isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"ok\":false}",
                "{\"id\":1,\"ok\":\"true\"}",
                "{\"event\":\"end\",\"path\":\"/r\"}",
                "{\"event\":\"run\"}"
            })
    void aMalformedTrainerMessageIsADeclaredException(String line) {
        assertThrows(MalformedFrameException.class, () -> ControlCodec.decodeTrainerMessage(line));
    }

    @Test
    void aDeeplyNestedOrOverlongLineIsADeclaredException() {
        String deep = "{\"id\":" + "[".repeat(60_000);
        assertThrows(MalformedFrameException.class, () -> ControlCodec.decodeRequest(deep));
        String longLine = "{\"token\":\"" + "x".repeat(FrameReader.MAX_BYTES) + "\"}";
        assertThrows(MalformedFrameException.class, () -> ControlCodec.decodeHello(longLine));
        assertThrows(
                IllegalArgumentException.class,
                () -> ControlCodec.encode(new Hello("x".repeat(FrameReader.MAX_BYTES))));
    }

    @Test
    void randomFramesGiveAMessageOrADeclaredException() {
        Random random = new Random(10);
        byte[][] seeds = {
            ControlCodec.encode(new Hello("0123")),
            ControlCodec.encode(new Request(12, new Command.Stop())),
            ControlCodec.encode(Reply.refused(7, "no")),
            ControlCodec.encode(new RunAnnounced("/r"))
        };
        int malformed = 0;
        for (int trial = 0; trial < 6000; trial++) {
            byte[] frame = random.nextInt(4) == 0 ? new byte[random.nextInt(200)] : seeds[trial % 4].clone();
            for (int change = frame.length == 0 ? 0 : random.nextInt(6); change > 0; change--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt();
            }
            String line = new String(frame, random.nextBoolean() ? UTF_8 : StandardCharsets.ISO_8859_1);
            malformed += decode(() -> ControlCodec.decodeHello(line))
                    + decode(() -> ControlCodec.decodeRequest(line))
                    + decode(() -> ControlCodec.decodeTrainerMessage(line));
        }
        assertTrue(malformed > 10_000 && malformed < 17_999, malformed + " of 18000 malformed");
    }

    private static int decode(Decoding decoding) {
        try {
            decoding.run();
            return 0;
        } catch (MalformedFrameException declared) {
            return 1;
        }
    }

    private static String text(byte[] frame) {
        return new String(frame, UTF_8);
    }

    private static String line(byte[] frame) {
        String text = text(frame);
        assertEquals(text.length() - 1, text.indexOf('\n'));
        return text.strip();
    }

    @FunctionalInterface
    private interface Decoding {
        void run() throws MalformedFrameException;
    }
}
