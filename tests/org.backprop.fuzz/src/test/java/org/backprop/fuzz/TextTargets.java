package org.backprop.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.backprop.model.ModelWriter;
import org.backprop.model.launch.LaunchFile;
import org.backprop.model.launch.LaunchFileException;
import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.Hello;
import org.backprop.runlog.control.MalformedFrameException;
import org.backprop.runlog.control.PruneSelection;
import org.backprop.runlog.control.Reply;
import org.backprop.runlog.control.Request;
import org.backprop.runlog.control.RunAnnounced;
import org.backprop.runlog.control.RunState;
import org.backprop.runlog.control.StateAnnounced;

/** Model files, launch files and control frames. */
final class TextTargets {

    private static final Path SAMPLES = Path.of("..", "..", "bundles", "org.backprop.samples");

    private static final String LAUNCH = """
            <?xml version="1.0" encoding="UTF-8" standalone="no"?>
            <launchConfiguration type="org.backprop.launch.train">
                <mapAttribute key="org.backprop.launch.OVERRIDES">
                    <mapEntry key="training.epochs" value="3"/>
                </mapAttribute>
                <stringAttribute key="org.backprop.launch.MODEL" value="/fuzz/model.nn.yaml"/>
                <stringAttribute key="org.backprop.launch.SEED" value="7"/>
                <stringAttribute key="org.backprop.launch.DATA" value="${env_var:DATA}"/>
            </launchConfiguration>
            """;

    private TextTargets() {}

    static List<Target> all() {
        return List.of(
                new Target("model file", models(), List.of(), TextTargets::readModel).minor(),
                new Target(
                                "launch file",
                                List.of(LAUNCH.getBytes(UTF_8)),
                                List.of(IOException.class, LaunchFileException.class),
                                TextTargets::readLaunch)
                        .minor(),
                new Target("control frame", frames(), List.of(IOException.class), (input, folder) -> readFrame(input)));
    }

    private static List<byte[]> models() {
        List<byte[]> models = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SAMPLES, 2)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".nn.yaml"))
                    .sorted()
                    .toList()) {
                models.add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return models;
    }

    private static boolean readModel(byte[] input, Path folder) throws IOException {
        Analysis analysis = ModelReader.read(Targets.write(folder, "model/model.nn.yaml", input));
        if (analysis.model().isEmpty() != analysis.hasErrors()) {
            throw new AssertionError("a model with errors, or none without: " + analysis.problems());
        }
        analysis.model().ifPresent(ModelWriter::resolved);
        return analysis.model().isPresent();
    }

    private static boolean readLaunch(byte[] input, Path folder) throws IOException, LaunchFileException {
        Targets.write(folder, "fuzz/model.nn.yaml", new byte[0]);
        LaunchFile.read(Targets.write(folder, "fuzz/model.launch", input), Map.of("DATA", "/data"));
        return true;
    }

    private static List<byte[]> frames() {
        return List.of(
                ControlCodec.encode(new Hello("0123456789abcdef")),
                ControlCodec.encode(new Request(1, Command.Signal.PAUSE)),
                ControlCodec.encode(new Request(2, new Command.Set("training.optimizer.learning_rate", 0.1))),
                ControlCodec.encode(new Request(3, new Command.WhatIf(PruneSelection.ofThreshold("taylor", 0.5)))),
                ControlCodec.encode(new Request(4, new Command.FreezeDropout(7))),
                ControlCodec.encode(Reply.done(1, Map.of("loss", 0.5, "layer", "hidden"))),
                ControlCodec.encode(Reply.refused(2, "no")),
                ControlCodec.encode(new RunAnnounced("/runs/one")),
                ControlCodec.encode(new StateAnnounced(RunState.PAUSED)));
    }

    /** Reads one kind of message out of a line. */
    @FunctionalInterface
    private interface Decoder {
        Object decode(String line) throws MalformedFrameException;
    }

    private static boolean readFrame(byte[] input) throws IOException {
        String line =
                new FrameReader(new ByteArrayInputStream(input)).read().orElseThrow(() -> new IOException("no frame"));
        List<Decoder> decoders = List.of(
                ControlCodec::decodeGreeting,
                ControlCodec::decodeProof,
                ControlCodec::decodeRequest,
                ControlCodec::decodeTrainerMessage);
        int understood = 0;
        for (Decoder decoder : decoders) {
            try {
                decoder.decode(line);
                understood++;
            } catch (MalformedFrameException declared) {
                if (declared.getMessage().isBlank()) {
                    throw new AssertionError("a failure that says nothing", declared);
                }
            }
        }
        return understood > 0;
    }
}
