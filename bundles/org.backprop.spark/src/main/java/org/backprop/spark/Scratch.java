package org.backprop.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.spark.SparkEnv;
import org.backprop.engine.bench.Folders;

/**
 * Where executors on the driver's machine keep their temporary files: in one folder, which the driver removes, since an executor
 * that is killed cannot. One for each JVM, as Spark keeps its temporary folders.
 */
final class Scratch {
    static final String KEY = "spark.local.dir";

    private static Path folder;

    private Scratch() {}

    /** The folder, in the driver. */
    static synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("backprop-spark");
        }
        return Files.createDirectories(folder);
    }

    /** Removes it, in the driver, when executors have ended. */
    static synchronized void delete() throws IOException {
        if (folder != null) {
            Folders.delete(folder);
        }
    }

    /** A new folder in an executor: there, or where its machine has temporary files. */
    static Path create(String prefix) throws IOException {
        String known = SparkEnv.get().conf().get(KEY, System.getProperty("java.io.tmpdir"));
        return Files.createTempDirectory(Files.createDirectories(Path.of(known.split(",")[0])), prefix);
    }
}
