package org.backprop.engine.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.MalformedFrameException;
import org.backprop.runlog.control.PruneSelection;
import org.backprop.runlog.control.Request;
import org.backprop.runlog.control.Token;
import org.junit.jupiter.api.Test;

class ConnectionFuzzTest {

    private static final int FRAMES = 100_000;

    private final Random random = new Random(1);
    private final List<byte[]> orderly = List.of(
            ControlCodec.encode(new Request(1, Command.Signal.PAUSE)),
            ControlCodec.encode(new Request(2, new Command.Set("training.optimizer.learning_rate", 0.1))),
            ControlCodec.encode(new Request(3, new Command.WhatIf(PruneSelection.ofThreshold("taylor", 0.5)))),
            ControlCodec.encode(new Request(4, new Command.FreezeDropout(7))));

    /** A socket without a network. */
    private static final class Streams extends Socket {
        private final InputStream in;

        Streams(byte[] received) {
            in = new ByteArrayInputStream(received);
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void setSoTimeout(int millis) {
            // nobody waits
        }
    }

    private byte[] malformed() {
        byte[] frame = orderly.get(random.nextInt(orderly.size())).clone();
        switch (random.nextInt(4)) {
            case 0 -> random.nextBytes(frame);
            case 1 -> frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
            case 2 -> frame = Arrays.copyOf(frame, random.nextInt(frame.length));
            default -> {
                int at = random.nextInt(frame.length);
                int count = Math.min(frame.length - at, 1 + random.nextInt(8));
                System.arraycopy(frame, random.nextInt(frame.length - count + 1), frame, at, count);
            }
        }
        return frame;
    }

    @Test
    void noFrameMakesTheTrainerFailOtherwiseThanDeclared() {
        List<Command> obeyed = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < FRAMES; i++) {
            Streams streams = new Streams(malformed());
            Connection connection = assertDoesNotThrow(() -> new Connection(streams, command -> {
                obeyed.add(command);
                return CompletableFuture.completedFuture(Map.of());
            }));
            try {
                connection.serve();
            } catch (MalformedFrameException declared) {
                refused++;
            } catch (IOException other) {
                throw new AssertionError(other);
            }
        }
        assertTrue(refused > FRAMES / 2, "only " + refused);
        assertTrue(!obeyed.isEmpty(), "some frames are still orderly");
    }

    @Test
    void noAnswerToItsChallengeMakesTheTrainerTrustAStranger() {
        Token token = Token.random();
        for (int i = 0; i < FRAMES / 100; i++) {
            byte[] answer = ("{\"proof\":\"" + Long.toHexString(random.nextLong()) + "\"}\n").getBytes();
            byte[] received = i % 2 == 0 ? answer : malformed();
            assertThrows(
                    IOException.class, () -> new Connection(new Streams(received), command -> null).challenge(token));
        }
    }
}
