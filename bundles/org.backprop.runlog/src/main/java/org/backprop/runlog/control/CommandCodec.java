package org.backprop.runlog.control;

import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;

import com.google.gson.JsonObject;

/** The members of a request that make up its command: {@code "command":"set","path":"...","value":0.1}. */
final class CommandCodec {
    private CommandCodec() {}

    static void encode(Command command, JsonObject frame) {
        frame.addProperty("command", command.key());
        switch (command) {
            case Command.Signal signal -> {}
            case Command.Set set -> {
                frame.addProperty("path", set.path());
                frame.addProperty("value", set.value());
            }
            case Command.Prune prune -> encode(prune.selection(), frame);
            case Command.WhatIf whatIf -> encode(whatIf.selection(), frame);
            case Command.FreezeDropout freeze -> frame.addProperty("step", freeze.step());
        }
    }

    private static void encode(PruneSelection selection, JsonObject frame) {
        frame.addProperty("criterion", selection.criterion());
        selection.layer().ifPresent(layer -> frame.addProperty("layer", layer));
        selection.sparsity().ifPresent(sparsity -> frame.addProperty("sparsity", sparsity));
        selection.threshold().ifPresent(threshold -> frame.addProperty("threshold", threshold));
    }

    static Command decode(Json frame) throws JsonException {
        String key = frame.string("command");
        try {
            return switch (key) {
                case "set" -> new Command.Set(frame.string("path"), frame.number("value"));
                case "prune" -> new Command.Prune(selection(frame));
                case "what_if" -> new Command.WhatIf(selection(frame));
                case "freeze_dropout" -> new Command.FreezeDropout(frame.integer("step"));
                default -> signal(key);
            };
        } catch (IllegalArgumentException e) {
            throw new JsonException(e.getMessage(), e);
        }
    }

    private static Command.Signal signal(String key) throws JsonException {
        for (Command.Signal signal : Command.Signal.values()) {
            if (signal.key().equals(key)) {
                return signal;
            }
        }
        throw new JsonException("unknown command \"" + key + "\"");
    }

    private static PruneSelection selection(Json frame) throws JsonException {
        return new PruneSelection(
                frame.string("criterion"),
                frame.has("layer") ? Optional.of(frame.string("layer")) : Optional.empty(),
                number(frame, "sparsity"),
                number(frame, "threshold"));
    }

    private static OptionalDouble number(Json frame, String name) throws JsonException {
        return frame.has(name) ? OptionalDouble.of(frame.number(name)) : OptionalDouble.empty();
    }
}
