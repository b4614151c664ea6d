package org.backprop.core.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.backprop.runlog.control.Challenge;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.Hello;
import org.backprop.runlog.control.MalformedFrameException;
import org.backprop.runlog.control.Reply;
import org.backprop.runlog.control.RunAnnounced;
import org.backprop.runlog.control.RunState;
import org.backprop.runlog.control.StateAnnounced;
import org.backprop.runlog.control.Token;
import org.junit.jupiter.api.Test;

class ControlFuzzTest {
    private static final int FRAMES = 100_000;

    private final Random random = new Random(1);

    private FrameReader mutated(List<byte[]> frames) {
        byte[] frame = frames.get(random.nextInt(frames.size())).clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
        }
        return new FrameReader(new ByteArrayInputStream(frame, 0, 1 + random.nextInt(frame.length)));
    }

    @Test
    void noFrameOfATrainerMakesTheIdeFailOtherwiseThanDeclared() {
        List<byte[]> frames = List.of(
                ControlCodec.encode(Reply.done(1, Map.of("loss", 0.5, "layer", "hidden"))),
                ControlCodec.encode(Reply.refused(2, "no")),
                ControlCodec.encode(new RunAnnounced("/runs/one")),
                ControlCodec.encode(new StateAnnounced(RunState.PAUSED)));
        var conversation = new Conversation();
        int refused = 0;
        for (int i = 0; i < FRAMES; i++) {
            try {
                conversation.listen(mutated(frames));
            } catch (MalformedFrameException declared) {
                refused++;
            } catch (IOException other) {
                throw new AssertionError(other);
            }
        }
        assertTrue(refused > FRAMES / 2, "only " + refused);
        assertFalse(conversation.isConnected());
    }

    @Test
    void noStrangerGetsThroughTheDoor() throws IOException {
        var door = new Door(Token.random());
        List<byte[]> frames =
                List.of(ControlCodec.encode(new Hello("0123456789")), ControlCodec.encode(Challenge.random()));
        for (int i = 0; i < FRAMES; i++) {
            assertFalse(door.isTrainer(mutated(frames), OutputStream.nullOutputStream()));
        }
    }
}
