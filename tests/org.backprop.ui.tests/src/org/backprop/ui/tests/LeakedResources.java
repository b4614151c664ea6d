package org.backprop.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.AssertionFailedError;

/**
 * Fails the tests of this bundle if one of our images, fonts, graphics contexts ... was made during them and given up without
 * {@code dispose}. SWT itself reports them, with the place that made them, when the garbage collector has found them.
 */
public final class LeakedResources implements BeforeAllCallback {
    /** The tag of tests that measure the time of the user interface, which the stack of each resource would lengthen. */
    static final String SPEED = "speed";

    private static final String OURS = "org.backprop.";
    private static final List<String> TOOLKITS =
            List.of("java.", "jdk.", "sun.", "org.eclipse.swt.", "org.eclipse.jface.");

    /** A collection takes long; the report follows it soon. */
    private static final int LOOKS_PER_COLLECTION = 25;

    private static final Queue<Error> REPORTED = new ConcurrentLinkedQueue<>();

    /** Watches from the first class of tests on until the last one has ended, but not while speed is measured. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(Watch.class);
        Resource.setNonDisposeHandler(context.getTags().contains(SPEED) ? null : REPORTED::add);
    }

    static final class Watch implements AutoCloseable {
        @Override
        public void close() {
            Resource.setNonDisposeHandler(REPORTED::add);
            List<Error> leaks = take();
            Resource.setNonDisposeHandler(null);
            if (!leaks.isEmpty()) {
                leaks.forEach(Throwable::printStackTrace);
                throw new AssertionFailedError(
                        leaks.size() + " resource(s) were not disposed; the cause names where one was made",
                        leaks.getFirst());
            }
        }
    }

    /** Collects garbage; returns what was found of ours since the last call, each with the stack of where it was made. */
    static List<Error> take() {
        awaitCanary();
        awaitCanary(); // one more collection: what the first has found is reported by then
        List<Error> found = List.copyOf(REPORTED);
        REPORTED.removeAll(found);
        return found.stream().filter(LeakedResources::isOurs).toList();
    }

    /** Gives an image up, and collects garbage until that is reported. */
    private static void awaitCanary() {
        giveUpCanary();
        AtomicInteger looks = new AtomicInteger();
        Ui.await("the report of a resource that was not disposed", () -> {
            if (looks.getAndIncrement() % LOOKS_PER_COLLECTION == 0) {
                System.gc();
            }
            return REPORTED.removeIf(LeakedResources::isCanary);
        });
    }

    private static void giveUpCanary() {
        new Image(Display.getCurrent(), 1, 1);
    }

    private static boolean isCanary(Error error) {
        return Arrays.stream(error.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("giveUpCanary"));
    }

    /** Whether our code made it, itself or through the toolkit; the platform's own leaks are not for us to mend. */
    private static boolean isOurs(Error error) {
        return Arrays.stream(error.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> TOOLKITS.stream().noneMatch(name::startsWith))
                .findFirst()
                .filter(name -> name.startsWith(OURS))
                .isPresent();
    }
}
