package org.backprop.core.control;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import org.backprop.runlog.control.Challenge;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.Hello;
import org.backprop.runlog.control.MalformedFrameException;
import org.backprop.runlog.control.Token;

/**
 * Tells the trainer from strangers by the token.
 *
 * @param token what the trainer knows
 */
record Door(Token token) {
    /** Whether a client that has just connected is the trainer; one that comes back is told first that this is its IDE. */
    boolean isTrainer(FrameReader in, OutputStream out) throws IOException {
        try {
            Optional<String> first = in.read();
            if (first.isEmpty()) {
                return false;
            }
            return switch (ControlCodec.decodeGreeting(first.get())) {
                case Hello hello -> token.matches(hello);
                case Challenge challenge -> {
                    out.write(ControlCodec.encode(token.prove(challenge)));
                    Optional<String> hello = in.read();
                    yield hello.isPresent() && token.matches(ControlCodec.decodeHello(hello.get()));
                }
            };
        } catch (MalformedFrameException stranger) {
            return false;
        }
    }
}
