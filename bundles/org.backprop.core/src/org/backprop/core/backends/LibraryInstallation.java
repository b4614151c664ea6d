package org.backprop.core.backends;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backprop.core.launch.JavaChoice;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/**
 * Installs the libraries of a backend. The installer is a program of its own, the same as for {@code ./backprop backends}: it resolves with
 * Maven's library, in a process that a cancelled installation simply ends; what it has loaded by then stays.
 */
final class LibraryInstallation implements BackendInstallation {
    private static final String MAIN_CLASS = "org.backprop.installer.Main";
    private static final String RUNTIME = "org.backprop.runtime";
    private static final String FOLDER = "lib/installer";
    private static final String PROGRESS = "progress ";
    private static final String MARKER = "installed";
    private static final int POLL_MILLIS = 100;

    private final String id;
    private final Path subfolder;
    private final long bytes;

    /**
     * The installation of a backend.
     *
     * @param id of the backend
     * @param subfolder of the backend's folder that receives the jars; empty for that folder itself
     * @param bytes sum of the jars
     */
    LibraryInstallation(String id, String subfolder, long bytes) {
        this.id = id;
        this.subfolder = Path.of(subfolder);
        this.bytes = bytes;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public Path folder() {
        return home().resolve(subfolder);
    }

    /** Returns the folder of the backend. */
    Path home() {
        return Path.of(System.getProperty("user.home"), ".backprop", "backends", id);
    }

    /** Says that it is not installed, and what would be downloaded. */
    String notInstalled() {
        return NLS.bind(Messages.Installation_notInstalled, size(), folder());
    }

    /** Returns the installed jars; empty if there are none, or an installation has not ended. */
    List<Path> jars() throws CoreException {
        if (!Files.isRegularFile(folder().resolve(MARKER))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new CoreException(Status.error(unreadable.getLocalizedMessage(), unreadable));
        }
    }

    @Override
    public void install(IProgressMonitor monitor) throws CoreException {
        run(List.of("install"), monitor);
    }

    @Override
    public void installFrom(Path jars, IProgressMonitor monitor) throws CoreException {
        run(List.of("install", "--from", jars.toString()), monitor);
    }

    @Override
    public void uninstall() throws CoreException {
        run(List.of("uninstall"), SubMonitor.convert(null));
    }

    private void run(List<String> arguments, IProgressMonitor monitor) throws CoreException {
        List<Path> jars = BundleJars.of(RUNTIME, FOLDER);
        JavaChoice java =
                JavaChoice.now().orElseThrow(() -> new CoreException(Status.error(Messages.Installation_noJava)));
        if (jars.isEmpty()) {
            throw new CoreException(Status.error(Messages.Installation_noInstaller));
        }
        var line = new ArrayList<String>();
        line.add(java.java().executable().toString());
        line.addAll(List.of("-cp", jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        line.addAll(List.of(MAIN_CLASS, id, folder().toString()));
        line.addAll(arguments);
        try {
            follow(new ProcessBuilder(line).redirectErrorStream(true).start(), monitor);
        } catch (IOException notStarted) {
            throw new CoreException(Status.error(notStarted.getLocalizedMessage(), notStarted));
        }
    }

    private static void follow(Process process, IProgressMonitor monitor) throws CoreException, IOException {
        SubMonitor progress = SubMonitor.convert(monitor, 1000);
        int done = 0;
        String last = "";
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            while (process.isAlive() || out.ready()) {
                if (progress.isCanceled()) {
                    throw new CoreException(Status.CANCEL_STATUS);
                }
                if (!out.ready()) {
                    process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                    continue;
                }
                String read = out.readLine();
                if (read.startsWith(PROGRESS)) {
                    String[] words = read.substring(PROGRESS.length()).split(" ", 2);
                    int now = Integer.parseInt(words[0]);
                    progress.worked(now - done);
                    done = now;
                    progress.subTask(words[1]);
                } else {
                    last = read;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CoreException(Status.CANCEL_STATUS);
        } finally {
            process.destroy();
        }
        if (process.exitValue() != 0) {
            throw new CoreException(Status.error(last));
        }
    }
}
