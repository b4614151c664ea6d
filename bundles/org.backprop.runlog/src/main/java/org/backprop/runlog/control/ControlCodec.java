package org.backprop.runlog.control;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/**
 * Messages to frames and back. A frame is one JSON object on one line, line feed included, at most
 * {@link FrameReader#MAX_BYTES} bytes of UTF-8. Members that are not known are ignored.
 */
public final class ControlCodec {
    private static final Gson GSON = new Gson();

    private ControlCodec() {}

    /** The frame of a hello or a challenge. */
    public static byte[] encode(Greeting greeting) {
        return switch (greeting) {
            case Hello hello -> frame("token", hello.token());
            case Challenge challenge -> frame("challenge", challenge.nonce());
        };
    }

    /** The frame of a proof. */
    public static byte[] encode(Proof proof) {
        return frame("proof", proof.code());
    }

    /** The frame of a request. */
    public static byte[] encode(Request request) {
        JsonObject frame = new JsonObject();
        frame.addProperty("id", request.id());
        CommandCodec.encode(request.command(), frame);
        return frame(frame);
    }

    /** The frame of a reply or an announcement. */
    public static byte[] encode(TrainerMessage message) {
        JsonObject frame = new JsonObject();
        switch (message) {
            case Reply reply -> {
                frame.addProperty("id", reply.id());
                frame.addProperty("ok", reply.ok());
                reply.reason().ifPresent(reason -> frame.addProperty("reason", reason));
                if (!reply.result().isEmpty()) {
                    frame.add("result", GSON.toJsonTree(reply.result()));
                }
            }
            case RunAnnounced run -> {
                frame.addProperty("event", "run");
                frame.addProperty("path", run.path());
            }
            case StateAnnounced announced -> {
                frame.addProperty("event", "state");
                frame.addProperty("state", announced.state().key());
            }
        }
        return frame(frame);
    }

    /** The hello or challenge in a line. */
    public static Greeting decodeGreeting(String line) throws MalformedFrameException {
        return decode(
                line,
                frame -> frame.has("challenge")
                        ? challenge(frame.string("challenge"))
                        : new Hello(frame.string("token")));
    }

    private static Challenge challenge(String nonce) throws JsonException {
        try {
            return new Challenge(nonce);
        } catch (IllegalArgumentException e) {
            throw new JsonException(e.getMessage(), e);
        }
    }

    /** The hello in a line. */
    public static Hello decodeHello(String line) throws MalformedFrameException {
        return decode(line, frame -> new Hello(frame.string("token")));
    }

    /** The proof in a line. */
    public static Proof decodeProof(String line) throws MalformedFrameException {
        return decode(line, frame -> new Proof(frame.string("proof")));
    }

    /**
     * The request in a line.
     *
     * @throws MalformedFrameException also for a command that this version does not know
     */
    public static Request decodeRequest(String line) throws MalformedFrameException {
        return decode(line, frame -> new Request(frame.integer("id"), CommandCodec.decode(frame)));
    }

    /** The reply or announcement in a line. */
    public static TrainerMessage decodeTrainerMessage(String line) throws MalformedFrameException {
        return decode(line, frame -> frame.has("event") ? announcement(frame) : reply(frame));
    }

    private static TrainerMessage announcement(Json frame) throws JsonException {
        String event = frame.string("event");
        return switch (event) {
            case "run" -> new RunAnnounced(frame.string("path"));
            case "state" -> new StateAnnounced(state(frame.string("state")));
            default -> throw new JsonException("unknown event \"" + event + "\"");
        };
    }

    private static RunState state(String key) throws JsonException {
        for (RunState state : RunState.values()) {
            if (state.key().equals(key)) {
                return state;
            }
        }
        throw new JsonException("unknown state \"" + key + "\"");
    }

    private static Reply reply(Json frame) throws JsonException {
        long id = frame.integer("id");
        if (!frame.bool("ok")) {
            return Reply.refused(id, frame.string("reason"));
        }
        return frame.has("result") ? Reply.done(id, result(frame.object("result"))) : Reply.done(id);
    }

    private static Map<String, Object> result(Json members) throws JsonException {
        Map<String, Object> result = new LinkedHashMap<>();
        for (String name : members.names()) {
            result.put(name, members.isNumber(name) ? (Object) members.number(name) : members.string(name));
        }
        return result;
    }

    private static byte[] frame(String name, String value) {
        JsonObject frame = new JsonObject();
        frame.addProperty(name, value);
        return frame(frame);
    }

    private static byte[] frame(JsonObject frame) {
        byte[] bytes = (frame + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > FrameReader.MAX_BYTES + 1) {
            throw new IllegalArgumentException("the message is longer than " + FrameReader.MAX_BYTES + " bytes");
        }
        return bytes;
    }

    private static <T> T decode(String line, Decoder<T> decoder) throws MalformedFrameException {
        if (line.length() > FrameReader.MAX_BYTES) {
            throw new MalformedFrameException("a line is longer than " + FrameReader.MAX_BYTES + " bytes");
        }
        try {
            return decoder.decode(Json.parse(line));
        } catch (JsonException e) {
            throw new MalformedFrameException(e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Decoder<T> {
        T decode(Json frame) throws JsonException;
    }
}
