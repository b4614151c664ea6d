package org.backprop.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkEnv;
import org.backprop.engine.bench.Folders;

/**
 * Where executors on the driver's machine keep their temporary files: in one folder, which the driver removes, since an executor
 * that is killed cannot. One for each JVM, as Spark keeps its temporary folders.
 */
final class Scratch {
    static final String KEY = "spark.local.dir";

    /** After that of Spark, which ends all executors. */
    private static final int AFTER_SPARK = 1;

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static Path folder;

    private Scratch() {}

    /** The folder, in the driver. */
    static synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("backprop-spark");
            ShutdownHookManager.get().addShutdownHook(Scratch::deleteAtEnd, AFTER_SPARK);
        }
        return Files.createDirectories(folder);
    }

    /** Removes it, in the driver, when executors have ended. */
    static synchronized void delete() throws IOException {
        if (folder != null) {
            Folders.delete(folder);
        }
    }

    /** Removes it where the driver is stopped: some executors may be about to end. */
    private static void deleteAtEnd() {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                delete();
                return;
            } catch (IOException inUse) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** A new folder in an executor: there, or where its machine has temporary files. */
    static Path create(String prefix) throws IOException {
        String known = SparkEnv.get().conf().get(KEY, System.getProperty("java.io.tmpdir"));
        return Files.createTempDirectory(Files.createDirectories(Path.of(known.split(",")[0])), prefix);
    }
}
