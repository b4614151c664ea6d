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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

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
            assertThrows(ExecutionException.class, () -> server.run().get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void noSecondClientIsAccepted() throws Exception {
        try (var trainer = connect(token(server))) {
            trainer.send("{\"event\":\"run\",\"path\":\"/runs/one\"}");
            server.run().get(20, TimeUnit.SECONDS);
            Conditions.await("closed port", TIMEOUT, () -> refuses(port(server)));
        }
    }

    @Test
    void theEndOfTheConnectionFailsWhatIsUnanswered() throws Exception {
        CompletableFuture<Void> stopped;
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
