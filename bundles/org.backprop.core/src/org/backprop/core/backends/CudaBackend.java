package org.backprop.core.backends;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** An NVIDIA GPU, with nd4j-cuda: too large to come with the plug-ins, so it is installed apart. */
public final class CudaBackend implements Backend {
    /** Its id. */
    public static final String ID = "cuda";

    /** The sum of the jars for Linux on x86-64, of which the CUDA libraries are three quarters. */
    private static final long BYTES = 2_436_000_000L;

    private final LibraryInstallation installation = new LibraryInstallation(ID, "", BYTES);

    /** Returns its own jars behind those of the native backend, whose libraries compute what is too small for a GPU. */
    @Override
    public List<Path> jars() throws CoreException {
        List<Path> own = installation.jars();
        if (own.isEmpty()) {
            return List.of();
        }
        var jars = new ArrayList<>(new NativeBackend().jars());
        jars.addAll(own);
        return jars;
    }

    @Override
    public BackendState state(IProgressMonitor monitor) throws CoreException {
        List<Path> own = installation.jars();
        BackendState probed = Probe.of(ID, own, List.of(), monitor);
        if (!own.isEmpty()) {
            return probed;
        }
        return new BackendState(
                BackendState.Kind.NOT_INSTALLED,
                installation.notInstalled(),
                probed.kind() == BackendState.Kind.READY ? probed.details() : List.of(probed.summary()));
    }

    @Override
    public Optional<BackendInstallation> installation() {
        return Optional.of(installation);
    }
}
