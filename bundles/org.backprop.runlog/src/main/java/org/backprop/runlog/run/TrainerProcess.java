package org.backprop.runlog.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.backprop.runlog.internal.Host;

/**
 * The process that writes a run.
 *
 * @param pid its process id
 * @param started when the operating system started it; tells a reused pid from the same process
 * @param host name of the machine that it runs on
 */
public record TrainerProcess(long pid, Instant started, String host) {
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** This process. */
    public static TrainerProcess current() {
        ProcessHandle self = ProcessHandle.current();
        return new TrainerProcess(self.pid(), self.info().startInstant().orElse(Instant.now()), Host.name());
    }

    /** Whether it ran on this machine, so that {@link #isAlive()} means something. */
    public boolean isHere() {
        return host.equals(Host.name());
    }

    /** Whether a process with this id and start is alive on this machine. */
    public boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedThen(process.info().startInstant()))
                .isPresent();
    }

    private boolean startedThen(Optional<Instant> instant) {
        return instant.map(then -> Duration.between(started, then).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
    }
}
