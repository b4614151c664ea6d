package org.backprop.core.backends;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;

/** The processor, with ND4J's native libraries and our own kernels; it comes as a bundle for the platform. */
public final class NativeBackend implements Backend {
    /** Its id. */
    public static final String ID = "native";

    private static String bundle() {
        return "org.backprop.backend.native." + Platform.getOS() + "." + Platform.getOSArch();
    }

    @Override
    public List<Path> jars() throws CoreException {
        return BundleJars.of(bundle());
    }

    @Override
    public BackendState state(IProgressMonitor monitor) throws CoreException {
        Bundle bundle = Platform.getBundle(bundle());
        if (bundle == null) {
            return new BackendState(
                    BackendState.Kind.NOT_INSTALLED, NLS.bind(Messages.NativeBackend_missing, bundle()), List.of());
        }
        var details = new ArrayList<String>();
        details.add(bundle.getSymbolicName() + " " + bundle.getVersion());
        details.add(
                NLS.bind(Messages.NativeBackend_processors, Runtime.getRuntime().availableProcessors()));
        CpuFeatures.here().ifPresent(details::add);
        return Probe.of(ID, List.of(), details, monitor);
    }
}
