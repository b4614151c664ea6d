package org.backprop.core.launch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.IntSupplier;

/** A process that another IDE has started: its output is not to be had, its exit code is what its run says. */
final class ReattachedProcess extends Process {
    private final ProcessHandle handle;
    private final InputStream output;
    private final IntSupplier exitCode;

    /** @param output what stands for its output */
    ReattachedProcess(ProcessHandle handle, String output, IntSupplier exitCode) {
        this.handle = handle;
        this.output = new ByteArrayInputStream((output + "\n").getBytes(StandardCharsets.UTF_8));
        this.exitCode = exitCode;
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return output;
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        try {
            handle.onExit().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return exitValue();
    }

    @Override
    public int exitValue() {
        if (handle.isAlive()) {
            throw new IllegalThreadStateException("the process has not ended");
        }
        return exitCode.getAsInt();
    }

    @Override
    public void destroy() {
        handle.destroy();
    }

    @Override
    public Process destroyForcibly() {
        handle.destroyForcibly();
        return this;
    }

    @Override
    public boolean isAlive() {
        return handle.isAlive();
    }

    @Override
    public ProcessHandle toHandle() {
        return handle;
    }

    @Override
    public CompletableFuture<Process> onExit() {
        return handle.onExit().thenApply(ended -> this);
    }
}
