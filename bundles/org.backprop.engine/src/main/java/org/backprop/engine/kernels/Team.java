package org.backprop.engine.kernels;

import java.lang.ref.Cleaner;
import java.util.concurrent.locks.LockSupport;

/**
 * A caller and its helper threads, which do {@link Work} together: fork and join within about a microsecond while the
 * kernels follow each other, because the threads spin before they park. Used by one caller at a time. The helpers end
 * when the team becomes unreachable.
 */
public final class Team {

    private static final Cleaner CLEANER = Cleaner.create();

    private final Helper[] helpers;

    /** A team of {@code size} threads, at least 1, the caller among them. */
    public Team(int size) {
        helpers = new Helper[size - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1, size);
            Thread thread = new Thread(helpers[i], "backprop-kernels-" + (i + 1));
            thread.setDaemon(true);
            helpers[i].thread = thread;
            thread.start();
        }
        Helper[] ending = helpers;
        CLEANER.register(this, () -> end(ending));
    }

    private static void end(Helper[] helpers) {
        for (Helper helper : helpers) {
            helper.start(null);
        }
    }

    /** Number of threads, the caller among them. */
    public int size() {
        return helpers.length + 1;
    }

    /** Runs a work of enough arithmetic in one part for each thread, else in one part by the caller. */
    public void run(Work work, boolean parallel) {
        if (!parallel || helpers.length == 0) {
            work.run(0, 1);
            return;
        }
        for (Helper helper : helpers) {
            helper.start(work);
        }
        try {
            work.run(0, size());
        } finally {
            for (Helper helper : helpers) {
                helper.join();
            }
        }
        for (Helper helper : helpers) {
            helper.throwFailure();
        }
    }

    /** One thread that waits for work. */
    private static final class Helper implements Runnable {

        private static final int SPINS = 20_000;
        private static final int CALLER_SPINS = 2_000;

        private final int part;
        private final int parts;
        private Thread thread;
        private Work work;
        private Throwable failure;
        private volatile boolean parked;
        private volatile long started;
        private volatile long finished;

        Helper(int part, int parts) {
            this.part = part;
            this.parts = parts;
        }

        /** Starts a work; null ends the thread. */
        void start(Work next) {
            work = next;
            started++;
            if (parked) {
                LockSupport.unpark(thread);
            }
        }

        /** Waits until the work is done; yields after a while, in case there are fewer cores than threads. */
        void join() {
            for (int spin = 0; finished != started; spin++) {
                if (spin < CALLER_SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }

        void throwFailure() {
            Throwable cause = failure;
            failure = null;
            if (cause instanceof Error error) {
                throw error;
            }
            if (cause != null) {
                throw new IllegalStateException("a kernel failed", cause);
            }
        }

        @Override
        public void run() {
            long next = 1;
            await(next);
            while (work != null) {
                runWork();
                finished = next;
                next++;
                await(next);
            }
        }

        /** Forgets the work, which may know the team, so that the team can become unreachable. */
        private void runWork() {
            try {
                work.run(part, parts);
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                work = null;
            }
        }

        private void await(long next) {
            for (int spin = 0; started < next; spin++) {
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    parked = true;
                    if (started < next) {
                        LockSupport.park(this);
                    }
                    parked = false;
                }
            }
        }
    }
}
