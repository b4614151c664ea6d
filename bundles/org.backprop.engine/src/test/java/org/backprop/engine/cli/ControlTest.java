package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;

import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.ControlEnvironment;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.Reply;
import org.backprop.runlog.control.Request;
import org.backprop.runlog.control.RunAnnounced;
import org.backprop.runlog.control.Token;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    @TempDir
    Path folder;

    @Test
    void theTrainerAnnouncesItsRunAndStopsWhenAsked() throws Exception {
        TrainingFixture.write(folder);
        Token token = Token.random();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = Map.of(
                    ControlEnvironment.PORT, Integer.toString(server.getLocalPort()),
                    ControlEnvironment.TOKEN, token.text());
            Backprop.Running running =
                    new Backprop(folder).start(environment, "train", "tiny.nn.yaml", "--epochs", "100000");
            server.setSoTimeout(60_000);
            try (Socket trainer = server.accept()) {
                FrameReader frames = new FrameReader(trainer.getInputStream());
                assertTrue(token.matches(ControlCodec.decodeHello(frames.read().orElseThrow())));
                RunAnnounced run = (RunAnnounced)
                        ControlCodec.decodeTrainerMessage(frames.read().orElseThrow());
                trainer.getOutputStream().write(ControlCodec.encode(new Request(5, Command.Signal.STOP)));
                assertEquals(
                        Reply.done(5),
                        ControlCodec.decodeTrainerMessage(frames.read().orElseThrow()));
                assertEquals(130, running.await().exitCode());
                assertEquals(
                        Outcome.STOPPED, RunReader.read(Path.of(run.path())).outcome());
            }
        }
    }
}
