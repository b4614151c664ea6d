package org.backprop.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.backprop.runlog.control.Challenge;
import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.RateLimit;
import org.backprop.runlog.control.Token;
import org.backprop.testkit.Conditions;
import org.backprop.testkit.LoggedErrors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class ControlServerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int LINE_LIMIT = 64 * 1024;

    private ControlServer server;

    @BeforeEach
    void open() throws IOException {
        server = ControlServer.open();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void eachServerHasItsOwnPortAndToken() throws IOException {
        try (ControlServer other = ControlServer.open()) {
            assertNotEquals(server.environment(), other.environment());
            assertNotEquals(token(server), token(other));
            assertTrue(token(server).length() >= 32, "too short to guess");
        }
    }

    @Test
    void theTrainerAnnouncesItsRun() throws Exception {
        try (var trainer = connect(token(server))) {
            trainer.send("{\"event\":\"run\",\"path\":\"" + Path.of("/runs/one").toString() + "\"}");
            assertEquals(Path.of("/runs/one"), server.run().get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void stopIsSentAndItsAnswerCompletesIt() throws Exception {
        try (var trainer = connect(token(server))) {
            var stopped = server.stop();
            String command = trainer.receive();
            assertTrue(command.contains("\"command\":\"stop\""), command);
            assertFalse(stopped.isDone());
            trainer.send("{\"id\":" + RawClient.id(command) + ",\"ok\":true}");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aRefusalCompletesStopWithItsReason() throws Exception {
        try (var trainer = connect(token(server))) {
            var stopped = server.stop();
            trainer.send("{\"id\":" + RawClient.id(trainer.receive()) + ",\"ok\":false,\"reason\":\"not yet\"}");
            var refused = assertThrows(ExecutionException.class, () -> stopped.get(20, TimeUnit.SECONDS));
            assertTrue(refused.getMessage().contains("not yet"), refused.getMessage());
        }
    }

    @Test
    void aStopBeforeTheConnectionIsSentAfterIt() throws Exception {
        server.stop();
        try (var trainer = connect(token(server))) {
            assertTrue(trainer.receive().contains("\"command\":\"stop\""));
        }
    }

    @Test
    void aWrongTokenIsRejectedAndTheTrainerCanStillConnect() throws Exception {
        try (var stranger = connect("wrong")) {
            stranger.awaitClosed();
        }
        try (var trainer = connect(token(server))) {
            trainer.send("{\"event\":\"run\",\"path\":\"/runs/one\"}");
            server.run().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsNoTokenLineIsRejected() throws Exception {
        for (String line : new String[] {"", "GET / HTTP/1.1", "[]", "{\"token\":1}", "{\"event\":\"run\"}"}) {
            try (var stranger = new RawClient(port(server))) {
                stranger.send(line);
                stranger.awaitClosed();
            }
        }
        assertFalse(server.run().isDone());
    }

    @Test
    void aClientThatSendsNoLineDoesNotKeepTheTrainerOut() throws Exception {
        var silent = new RawClient(port(server));
        try (var trainer = connect(token(server))) {
            trainer.send("{\"event\":\"run\",\"path\":\"/runs/one\"}");
            server.run().get(20, TimeUnit.SECONDS);
        } finally {
            silent.close();
        }
    }

    @Test
    void anOversizedTokenLineIsRejected() throws Exception {
        try (var stranger = connect("x".repeat(2 * LINE_LIMIT))) {
            stranger.awaitClosed();
        }
    }

    @Test
    void anOversizedLineEndsTheConnection() throws Exception {
        try (var trainer = connect(token(server))) {
            trainer.send("{\"event\":\"run\",\"path\":\"/" + "x".repeat(2 * LINE_LIMIT) + "\"}");
            trainer.awaitClosed();
        }
        assertFalse(server.run().isDone());
    }

    @Test
    void tooManyLinesEndTheConnection() throws Exception {
        try (var trainer = connect(token(server))) {
            for (int i = 0; i <= RateLimit.MOST_PER_SECOND; i++) {
                trainer.send("{\"id\":1,\"ok\":true}");
            }
            trainer.awaitClosed();
        }
    }

    @Test
    void noSecondClientIsAcceptedWhileTheTrainerIsConnected() throws Exception {
        try (var trainer = connect(token(server))) {
            trainer.send("{\"event\":\"run\",\"path\":\"/runs/one\"}");
            server.run().get(20, TimeUnit.SECONDS);
            try (var second = connect(token(server))) {
                second.awaitClosed();
            }
            assertTrue(server.isConnected());
        }
    }

    @Test
    void aTrainerThatComesBackIsToldFirstThatThisIsItsIde() throws Exception {
        connect(token(server)).close();
        Challenge challenge = Challenge.random();
        try (var trainer = new RawClient(port(server))) {
            trainer.send("{\"challenge\":\"" + challenge.nonce() + "\"}");
            assertTrue(Token.of(token(server)).proves(ControlCodec.decodeProof(trainer.receive()), challenge));
            trainer.send("{\"token\":\"" + token(server) + "\"}");
            trainer.send("{\"event\":\"run\",\"path\":\"/runs/one\"}");
            trainer.send("{\"event\":\"state\",\"state\":\"paused\"}");
            assertEquals(Path.of("/runs/one"), server.run().get(20, TimeUnit.SECONDS));
            Conditions.await("state", TIMEOUT, () -> server.state() == RunControl.State.PAUSED);
        }
    }

    @Test
    void theNextIdeListensWhereTheTrainerLooksForIt() throws Exception {
        int port = port(server);
        String token = token(server);
        connect(token).close();
        server.close();
        server = ControlServer.reopen(port, token);
        try (var trainer = connect(token)) {
            var answer = server.send(Command.Signal.CHECKPOINT);
            String command = trainer.receive();
            trainer.send("{\"id\":" + RawClient.id(command) + ",\"ok\":true,\"result\":{\"step\":3}}");
            assertEquals(Map.of("step", 3.0), answer.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void runsAreKnownByTheirFolderAsLongAsTheirTrainerIsConnected() throws Exception {
        var trainers = new LiveTrainers();
        var changes = new AtomicInteger();
        trainers.addListener(run -> changes.incrementAndGet());
        trainers.add(server);
        Path folder = Path.of("/runs/one");
        assertTrue(trainers.of(folder).isEmpty());
        try (var trainer = connect(token(server))) {
            trainer.send("{\"event\":\"run\",\"path\":\"/runs/one\"}");
            Conditions.await("control", TIMEOUT, () -> trainers.of(folder).isPresent());
            RunControl control = trainers.of(folder).orElseThrow();
            assertEquals(RunControl.State.RUNNING, control.state());
            int before = changes.get();
            trainer.send("{\"event\":\"state\",\"state\":\"paused\"}");
            Conditions.await("paused", TIMEOUT, () -> control.state() == RunControl.State.PAUSED);
            Conditions.await("notification", TIMEOUT, () -> changes.get() > before);
        }
        Conditions.await("end", TIMEOUT, () -> trainers.of(folder).isEmpty());
    }

    @Test
    void theEndOfTheConnectionFailsWhatIsUnanswered() throws Exception {
        CompletableFuture<?> stopped;
        try (var trainer = connect(token(server))) {
            stopped = server.stop();
            trainer.receive();
        }
        assertThrows(ExecutionException.class, () -> stopped.get(20, TimeUnit.SECONDS));
    }

    @Test
    void whatTheTrainerSentBeforeItEndedIsRead() throws Exception {
        try (var trainer = connect(token(server))) {
            trainer.send("{\"event\":\"run\",\"path\":\"/runs/one\"}");
            server.run().get(20, TimeUnit.SECONDS);
            var stopped = server.stop();
            String command = trainer.receive();
            server.trainerEnded();
            trainer.send("{\"id\":" + RawClient.id(command) + ",\"ok\":true}");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void closingFailsWhatIsPendingAndFreesThePort() {
        var stopped = server.stop();
        server.close();
        assertTrue(stopped.isCompletedExceptionally());
        assertTrue(server.run().isCompletedExceptionally());
        Conditions.await("closed port", TIMEOUT, () -> refuses(port(server)));
    }

    private RawClient connect(String token) throws IOException {
        var client = new RawClient(port(server));
        client.send("{\"token\":\"" + token + "\"}");
        return client;
    }

    private static boolean refuses(int port) {
        try {
            new RawClient(port).close();
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException other) {
            throw new AssertionError(other);
        }
    }

    private static int port(ControlServer server) {
        return Integer.parseInt(server.environment().get("BACKPROP_CONTROL_PORT"));
    }

    private static String token(ControlServer server) {
        return server.environment().get("BACKPROP_CONTROL_TOKEN");
    }
}
