package org.backprop.runlog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlCodecTest {
    @Test
    void theWireIsOneJsonObjectALine() {
        assertEquals("{\"token\":\"t\"}\n", text(ControlCodec.encode(new Hello("t"))));
        assertEquals(
                "{\"id\":1,\"command\":\"stop\"}\n", text(ControlCodec.encode(new Request(1, Command.Signal.STOP))));
        assertEquals("{\"id\":1,\"ok\":true}\n", text(ControlCodec.encode(Reply.done(1))));
        assertEquals("{\"id\":1,\"ok\":false,\"reason\":\"no\"}\n", text(ControlCodec.encode(Reply.refused(1, "no"))));
        assertEquals("{\"event\":\"run\",\"path\":\"/r\"}\n", text(ControlCodec.encode(new RunAnnounced("/r"))));
    }

    @Test
    void everyMessageComesBack() throws MalformedFrameException {
        String awkward = "C:\\runs\\\u00fc \"x\"\n\u2028\ud83d\ude00</script>";
        Hello hello = new Hello(awkward);
        assertEquals(hello, ControlCodec.decodeHello(line(ControlCodec.encode(hello))));
        Request request = new Request(Long.MIN_VALUE, Command.Signal.STOP);
        assertEquals(request, ControlCodec.decodeRequest(line(ControlCodec.encode(request))));
        for (TrainerMessage message :
                new TrainerMessage[] {Reply.done(3), Reply.refused(4, awkward), new RunAnnounced(awkward)}) {
            assertEquals(message, ControlCodec.decodeTrainerMessage(line(ControlCodec.encode(message))));
        }
    }

    @Test
    void everyCommandComesBack() throws MalformedFrameException {
        List<Command> commands = new ArrayList<>(List.of(Command.Signal.values()));
        commands.add(new Command.Set("training.optimizer.learning_rate", 1e-3));
        commands.add(new Command.Prune(PruneSelection.ofSparsity("magnitude", 0.5)));
        commands.add(
                new Command.WhatIf(PruneSelection.ofThreshold("taylor", 0.01).in("hidden1")));
        commands.add(new Command.FreezeDropout(7));
        for (Command command : commands) {
            Request request = new Request(1, command);
            assertEquals(request, ControlCodec.decodeRequest(line(ControlCodec.encode(request))));
        }
    }

    @Test
    void aResultComesBackWithItsNumbersAndTexts() throws MalformedFrameException {
        Reply reply = Reply.done(1, Map.of("sparsity", 0.5, "layer", "hidden1"));
        assertEquals(reply, ControlCodec.decodeTrainerMessage(line(ControlCodec.encode(reply))));
        assertThrows(IllegalArgumentException.class, () -> Reply.done(1, Map.of("loss", Double.NaN)));
    }

    @Test
    void membersOfLaterVersionsAreIgnored() throws MalformedFrameException {
        assertEquals(
                new Request(2, Command.Signal.STOP),
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
                "{\"id\":1}",
                "{\"id\":1,\"command\":\"set\",\"path\":\"a\"}",
                "{\"id\":1,\"command\":\"set\",\"path\":\"a\",\"value\":1e999}",
                "{\"id\":1,\"command\":\"prune\",\"criterion\":\"magnitude\"}",
                "{\"id\":1,\"command\":\"prune\",\"criterion\":\"magnitude\",\"sparsity\":1.5}",
                "{\"id\":1,\"command\":\"what_if\",\"criterion\":\"magnitude\",\"threshold\":-1}",
                "{\"id\":1,\"command\":\"freeze_dropout\",\"step\":0}"
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
            ControlCodec.encode(new Request(12, Command.Signal.STOP)),
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
