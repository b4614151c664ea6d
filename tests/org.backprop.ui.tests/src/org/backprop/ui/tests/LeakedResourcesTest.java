package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;

/** That a resource which is not disposed would be found. */
class LeakedResourcesTest {

    @Test
    void whatIsNotDisposedIsReportedWithThePlaceThatMadeIt() {
        assertEquals(List.of(), LeakedResources.take(), "of the tests before");
        leak();
        List<Error> leaks = LeakedResources.take();
        assertEquals(2, leaks.size());
        for (Error leak : leaks) {
            assertTrue(
                    Arrays.stream(leak.getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().equals("leak")),
                    () -> Arrays.toString(leak.getStackTrace()));
        }
        assertEquals(List.of(), LeakedResources.take(), "they are reported once");
    }

    private static void leak() {
        Display display = Display.getCurrent();
        new Font(display, display.getSystemFont().getFontData());
        ImageDescriptor.getMissingImageDescriptor().createImage();
        new GC(display).dispose();
    }
}
