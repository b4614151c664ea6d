package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.backprop.core.control.ControlServer;
import org.backprop.core.control.TrainerRegistry;
import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.Command.Signal;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.Hello;
import org.backprop.runlog.control.Reply;
import org.backprop.runlog.control.Request;
import org.backprop.runlog.control.RunAnnounced;
import org.backprop.runlog.control.RunState;
import org.backprop.runlog.control.StateAnnounced;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands to a training, of which only the other end of the wire is there. */
@ExtendWith(LoggedErrors.class)
class ControlTest {
    private final Path run = Path.of("control").toAbsolutePath();
    private ControlServer server;
    private Socket trainer;
    private FrameReader frames;

    @BeforeEach
    void connect() throws IOException {
        server = ControlServer.open();
        ServiceCaller.callOnce(ControlTest.class, TrainerRegistry.class, registry -> registry.add(server));
        trainer = new Socket(InetAddress.getLoopbackAddress(), server.port());
        frames = new FrameReader(trainer.getInputStream());
        write(ControlCodec.encode(new Hello(server.token())));
        write(ControlCodec.encode(new RunAnnounced(run.toString())));
    }

    @AfterEach
    void disconnect() throws IOException {
        trainer.close();
        server.close();
        Ui.await("no training", () -> !isEnabled("pause"));
    }

    private void write(byte[] frame) throws IOException {
        trainer.getOutputStream().write(frame);
    }

    private static boolean isEnabled(String command) {
        return PlatformUI.getWorkbench()
                .getService(ICommandService.class)
                .getCommand("org.backprop.ui.control." + command)
                .isEnabled();
    }

    private Command execute(String command) throws Exception {
        PlatformUI.getWorkbench()
                .getService(IHandlerService.class)
                .executeCommand("org.backprop.ui.control." + command, null);
        var received = CompletableFuture.supplyAsync(this::receive);
        Ui.await("command " + command, received::isDone);
        return received.get();
    }

    private Command receive() {
        try {
            Request request = ControlCodec.decodeRequest(frames.read().orElseThrow());
            write(ControlCodec.encode(Reply.done(request.id())));
            return request.command();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void commandsAreEnabledAsLongAsTheyCanSucceed() throws Exception {
        Ui.await("training", () -> isEnabled("pause"));
        assertFalse(isEnabled("resume"));
        assertTrue(isEnabled("checkpoint"));
        assertEquals(Signal.PAUSE, execute("pause"));
        write(ControlCodec.encode(new StateAnnounced(RunState.PAUSED)));
        Ui.await("pause", () -> isEnabled("resume") && !isEnabled("pause"));
        assertEquals(Signal.STEP, execute("step"));
        assertEquals(Signal.EVALUATE, execute("evaluate"));
        assertEquals(Signal.STOP, execute("stop"));
        Ui.await("stopping", () -> !isEnabled("checkpoint") && !isEnabled("settings"));
    }
}
