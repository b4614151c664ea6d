package org.backprop.core.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process without the warning that Java prints at the start of every program that uses the Vector API; there is no
 * option against it, and nothing in it concerns the user.
 */
final class HushedProcess extends Process {
    private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector";

    private final Process process;
    private final InputStream errors;

    HushedProcess(Process process) {
        this.process = process;
        byte[] line = (WARNING + System.lineSeparator()).getBytes(StandardCharsets.US_ASCII);
        errors = new WithoutFirst(line, process.getErrorStream());
    }

    /** A stream without {@code unwanted}, if it begins with it. */
    private static final class WithoutFirst extends PushbackInputStream {
        private final byte[] unwanted;
        private boolean started;

        WithoutFirst(byte[] unwanted, InputStream in) {
            super(in, unwanted.length);
            this.unwanted = unwanted;
        }

        @Override
        public synchronized int read() throws IOException {
            start();
            return super.read();
        }

        @Override
        public synchronized int read(byte[] to, int offset, int length) throws IOException {
            start();
            return super.read(to, offset, length);
        }

        private void start() throws IOException {
            if (started) {
                return;
            }
            started = true;
            for (int i = 0; i < unwanted.length; i++) {
                int next = super.read();
                if (next != unwanted[i]) {
                    if (next >= 0) {
                        unread(next);
                    }
                    unread(unwanted, 0, i);
                    return;
                }
            }
        }
    }

    @Override
    public InputStream getErrorStream() {
        return errors;
    }

    @Override
    public InputStream getInputStream() {
        return process.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
        return process.getOutputStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        return process.waitFor(timeout, unit);
    }

    @Override
    public int exitValue() {
        return process.exitValue();
    }

    @Override
    public void destroy() {
        process.destroy();
    }

    @Override
    public Process destroyForcibly() {
        process.destroyForcibly();
        return this;
    }

    @Override
    public boolean supportsNormalTermination() {
        return process.supportsNormalTermination();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public ProcessHandle toHandle() {
        return process.toHandle();
    }

    @Override
    public CompletableFuture<Process> onExit() {
        return process.onExit().thenApply(ended -> this);
    }
}
