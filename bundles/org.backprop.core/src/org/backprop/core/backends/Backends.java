package org.backprop.core.backends;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;

/** The backends that plug-ins contribute. */
public final class Backends {
    /** The extension point. */
    public static final String EXTENSION_POINT = "org.backprop.core.backends";

    private Backends() {}

    /** Returns all backends in the order of their declaration; one that cannot be created is logged and left out. */
    public static List<BackendDescriptor> all() {
        var backends = new ArrayList<BackendDescriptor>();
        for (IConfigurationElement element :
                Platform.getExtensionRegistry().getConfigurationElementsFor(EXTENSION_POINT)) {
            try {
                backends.add(new BackendDescriptor(
                        element.getAttribute("id"),
                        element.getAttribute("name"),
                        element.getAttribute("description"),
                        (Backend) element.createExecutableExtension("class")));
            } catch (CoreException | ClassCastException broken) {
                ILog.of(Backends.class).error(broken.getMessage(), broken);
            }
        }
        return backends;
    }

    /** Returns the backend with this id. */
    public static Optional<BackendDescriptor> find(String id) {
        return all().stream().filter(backend -> backend.id().equals(id)).findFirst();
    }
}
