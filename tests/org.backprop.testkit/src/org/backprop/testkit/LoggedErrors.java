package org.backprop.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * Fails a test during which an error was logged; a test that provokes errors takes them with {@link #take}. Register it
 * as a field with {@code @RegisterExtension}, or with {@code @ExtendWith(LoggedErrors.class)}.
 */
public final class LoggedErrors implements BeforeEachCallback, AfterEachCallback {
    private final List<IStatus> errors = new CopyOnWriteArrayList<>();
    private final ILogListener listener = (status, plugin) -> {
        if (status.matches(IStatus.ERROR)) {
            errors.add(status);
        }
    };

    @Override
    public void beforeEach(ExtensionContext context) {
        errors.clear();
        Platform.addLogListener(listener);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Platform.removeLogListener(listener);
        List<IStatus> logged = take();
        if (!logged.isEmpty()) {
            IStatus first = logged.getFirst();
            throw new AssertionFailedError(
                    logged.size() + " error(s) logged, the first by " + first.getPlugin() + ": " + first.getMessage(),
                    first.getException());
        }
    }

    /** Returns the errors logged since the test began, or since the last call, and forgets them. */
    public List<IStatus> take() {
        List<IStatus> logged = List.copyOf(errors);
        errors.removeAll(logged);
        return logged;
    }
}
