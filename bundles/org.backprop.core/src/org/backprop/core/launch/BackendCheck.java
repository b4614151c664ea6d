package org.backprop.core.launch;

import java.util.Locale;
import java.util.Optional;

import org.backprop.core.backends.BackendDescriptor;
import org.backprop.core.backends.BackendState;
import org.backprop.core.backends.Backends;
import org.backprop.core.backends.NativeBackend;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.IStatusHandler;

/** Stops a launch on a backend that cannot compute here, before anything is trained; nothing else is used in its place. */
final class BackendCheck {
    private BackendCheck() {}

    /**
     * Says whether the launch goes on. If the backend cannot compute, the status handler for
     * {@link LaunchProblem#BACKEND_NOT_READY} tells the user and may launch on another.
     *
     * @throws CoreException {@link LaunchProblem#BACKEND_NOT_READY} if there is no user to tell
     */
    static boolean permits(ILaunchConfiguration configuration, IProgressMonitor monitor) throws CoreException {
        String id =
                new LaunchValues(configuration).text(LaunchAttributes.BACKEND).orElse(NativeBackend.ID);
        Optional<BackendDescriptor> backend = Backends.find(id);
        if (id.equals(NativeBackend.ID) || backend.isEmpty()) {
            return true; // the launch itself finds what is missing
        }
        BackendState state = backend.get().backend().state(monitor);
        if (state.kind() == BackendState.Kind.READY) {
            return true;
        }
        CoreException problem =
                LaunchProblem.BACKEND_NOT_READY.with(backend.get().name(), reason(state));
        IStatusHandler handler = DebugPlugin.getDefault().getStatusHandler(problem.getStatus());
        if (handler == null) {
            throw problem;
        }
        return Boolean.TRUE.equals(handler.handleStatus(problem.getStatus(), configuration));
    }

    private static String reason(BackendState state) {
        return state.kind() == BackendState.Kind.NOT_INSTALLED
                        && !state.details().isEmpty()
                ? state.summary() + "\n\n" + sentence(state.details().getFirst())
                : state.summary();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
