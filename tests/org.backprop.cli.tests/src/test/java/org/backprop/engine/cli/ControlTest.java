package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.control.Challenge;
import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.Command.Signal;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.ControlEnvironment;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.Reply;
import org.backprop.runlog.control.Request;
import org.backprop.runlog.control.RunAnnounced;
import org.backprop.runlog.control.RunState;
import org.backprop.runlog.control.StateAnnounced;
import org.backprop.runlog.control.Token;
import org.backprop.runlog.control.TrainerMessage;
import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    @TempDir
    Path folder;

    private final Token token = Token.random();
    private ServerSocket server;
    private Backprop.Running running;

    @BeforeEach
    void start() throws IOException {
        TrainingFixture.write(folder);
        server = bind(0);
        Map<String, String> environment = Map.of(
                ControlEnvironment.PORT, Integer.toString(server.getLocalPort()),
                ControlEnvironment.TOKEN, token.text());
        running = new Backprop(folder).start(environment, "train", "tiny.nn.yaml", "--epochs", "100000");
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        running.process().destroyForcibly();
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket bound = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        bound.setSoTimeout(60_000);
        return bound;
    }

    /** An IDE's end of the connection. */
    private static final class Ide implements AutoCloseable {
        private final Socket trainer;
        private final FrameReader frames;

        Ide(ServerSocket server) throws IOException {
            trainer = server.accept();
            trainer.setSoTimeout(60_000);
            frames = new FrameReader(trainer.getInputStream());
        }

        String line() throws IOException {
            return frames.read().orElseThrow();
        }

        TrainerMessage message() throws IOException {
            return ControlCodec.decodeTrainerMessage(line());
        }

        void write(byte[] frame) throws IOException {
            trainer.getOutputStream().write(frame);
        }

        /** The answer, past what the trainer tells meanwhile. */
        Reply ask(long id, Command command) throws IOException {
            write(ControlCodec.encode(new Request(id, command)));
            TrainerMessage next = message();
            while (!(next instanceof Reply)) {
                next = message();
            }
            return (Reply) next;
        }

        RunAnnounced run() throws IOException {
            RunAnnounced run = (RunAnnounced) message();
            assertEquals(new StateAnnounced(RunState.RUNNING), message());
            return run;
        }

        @Override
        public void close() throws IOException {
            trainer.close();
        }
    }

    @Test
    void theTrainerAnnouncesItsRunAndStopsWhenAsked() throws Exception {
        try (Ide ide = new Ide(server)) {
            assertTrue(token.matches(ControlCodec.decodeHello(ide.line())));
            RunAnnounced run = ide.run();
            assertTrue(ide.ask(5, Signal.STOP).ok());
            assertEquals(130, running.await().exitCode());
            assertEquals(Outcome.STOPPED, RunReader.read(Path.of(run.path())).outcome());
        }
    }

    @Test
    void theTrainingGoesOnWithoutItsIdeAndObeysTheNextOneThatKnowsTheToken() throws Exception {
        Path run;
        try (Ide ide = new Ide(server)) {
            ide.line();
            run = Path.of(ide.run().path());
            assertTrue(ide.ask(1, Signal.PAUSE).ok());
        }
        int port = server.getLocalPort();
        server.close();
        try (ServerSocket stranger = bind(port);
                Ide strange = new Ide(stranger)) {
            ControlCodec.decodeGreeting(strange.line());
            strange.write(ControlCodec.encode(Token.random().prove(Challenge.random())));
            assertTrue(strange.frames.read().isEmpty(), "the trainer tells a stranger nothing");
        }
        try (ServerSocket again = bind(port);
                Ide ide = new Ide(again)) {
            Challenge challenge = (Challenge) ControlCodec.decodeGreeting(ide.line());
            ide.write(ControlCodec.encode(token.prove(challenge)));
            assertTrue(token.matches(ControlCodec.decodeHello(ide.line())));
            assertEquals(new RunAnnounced(run.toString()), ide.message());
            assertEquals(new StateAnnounced(RunState.PAUSED), ide.message());
            Reply step = ide.ask(2, Signal.STEP);
            assertTrue(step.ok());
            assertTrue(ide.ask(3, Signal.STOP).ok());
            assertEquals(130, running.await().exitCode());
            RunSnapshot snapshot = RunReader.read(run);
            assertEquals(
                    List.of("pause", "step", "stop"),
                    snapshot.journal().stream().map(JournalEntry::command).toList());
            assertEquals(step.result().get("step"), (double) snapshot.lastStep().orElseThrow());
        }
    }

    @Test
    void whoSendsSomethingElseThanACommandIsCutOffAndTheTrainingGoesOn() throws Exception {
        try (Ide ide = new Ide(server)) {
            ide.line();
            ide.run();
            ide.write("what?\n".getBytes(StandardCharsets.UTF_8));
            assertTrue(ide.frames.read().isEmpty());
        }
        assertTrue(running.process().isAlive());
        try (Ide ide = new Ide(server)) {
            assertFalse(ide.line().contains(token.text()));
        }
    }
}
