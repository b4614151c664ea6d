package org.backprop.core.backends;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.launch.LaunchKeys;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

/** A cluster of Apache Spark, whose executors compute with the native backend. Its jars are never loaded in the IDE. */
public final class SparkBackend implements Backend {
    /** Its id. */
    public static final String ID = LaunchKeys.SPARK_BACKEND;

    private static final String CORE = "spark-core_2.13-";
    private static final String JAR = ".jar";

    /** The sum of the jars. */
    private static final long BYTES = 227_640_000L;

    /** Spark starts executors with the jars in the folder {@code jars} of its home. */
    private final LibraryInstallation installation = new LibraryInstallation(ID, "jars", BYTES);

    /** Returns Spark's jars before those of the native backend. */
    @Override
    public List<Path> jars() throws CoreException {
        List<Path> own = installation.jars();
        if (own.isEmpty()) {
            return List.of();
        }
        var jars = new ArrayList<>(own);
        jars.addAll(new NativeBackend().jars());
        return jars;
    }

    @Override
    public boolean isFirst() {
        return true;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("SPARK_HOME", installation.home().toString());
    }

    /** Returns whether it is installed; whether a cluster can be reached shows when a training connects to it. */
    @Override
    public BackendState state(IProgressMonitor monitor) throws CoreException {
        Optional<String> version = installation.jars().stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith(CORE))
                .map(name -> name.substring(CORE.length(), name.length() - JAR.length()))
                .findFirst();
        return version.isPresent()
                ? new BackendState(
                        BackendState.Kind.READY,
                        NLS.bind(Messages.SparkBackend_ready, version.get(), installation.folder()),
                        List.of())
                : new BackendState(BackendState.Kind.NOT_INSTALLED, installation.notInstalled(), List.of());
    }

    @Override
    public Optional<BackendInstallation> installation() {
        return Optional.of(installation);
    }
}
