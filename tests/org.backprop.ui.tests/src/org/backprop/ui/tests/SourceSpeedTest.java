package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Locale;

import org.backprop.editor.ModelEditor;
import org.backprop.editor.ModelSourceEditor;
import org.backprop.editor.validation.Reading;
import org.backprop.editor.validation.Validator;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Measures typing into a file of ten thousand lines with a thousand layers, and its validation. */
@Tag(LeakedResources.SPEED)
@ExtendWith(LoggedErrors.class)
class SourceSpeedTest {
    private static final int LAYERS = 1_000;
    private static final int KEYS = 40;
    private static final int ROUNDS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** What is aimed at is a frame, 16 ms, for a key, and 100 ms for the validation; the code may be cold, and caches. */
    private static final double MOST_A_KEY = 50;

    private static final double MOST_VALIDATION = 200;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Test
    void typingIntoTenThousandLinesStaysFluid() throws Exception {
        String text = text();
        assertTrue(text.lines().count() >= 10_000);
        try (TestProject project = new TestProject("large")) {
            IFile file = project.file("large.nn.yaml", text);
            Ui.page().showView(IPageLayout.ID_OUTLINE);
            ModelEditor part = assertInstanceOf(ModelEditor.class, IDE.openEditor(Ui.page(), file));
            ModelSourceEditor editor = part.getAdapter(ModelSourceEditor.class);
            part.showSource();
            Watchdog watchdog = new Watchdog();
            StyledText widget = (StyledText) editor.getAdapter(Control.class);
            String place = "# note 500";
            editor.selectAndReveal(text.indexOf(place) + place.length(), 0);
            type(widget, watchdog, "warm");
            Watchdog typing = new Watchdog();
            for (int i = 0; i < KEYS; i++) {
                type(widget, typing, "x");
            }
            watchdog.run("the changed text", PATIENCE, editor::isDirty);
            double validation = validation(widget.getText());
            System.out.printf(
                    Locale.ROOT,
                    "Source page, 10,000 lines: most processor time of a key %.1f ms, over 16 ms: %d of %d; validation"
                            + " %.1f ms%n",
                    typing.mostWork(),
                    typing.longerThan(16),
                    KEYS,
                    validation);
            assertTrue(typing.mostWork() < MOST_A_KEY, () -> typing.mostWork() + " ms");
            assertTrue(validation < MOST_VALIDATION, () -> validation + " ms");
        }
    }

    private static void type(StyledText widget, Watchdog watchdog, String text) {
        for (char c : text.toCharArray()) {
            watchdog.measure(() -> {
                Event event = new Event();
                event.character = c;
                event.keyCode = c;
                event.doit = true;
                widget.notifyListeners(SWT.KeyDown, event);
                widget.update();
            });
        }
    }

    /** Processor time of the best of several validations, with what the page needs beside the problems. */
    private double validation(String text) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            Reading reading = Reading.of(text, i, Validator.analyse(text, null), null);
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - begin) / 1e6);
            assertEquals(LAYERS + 2, reading.layers().size());
        }
        return best;
    }

    private static String text() {
        StringBuilder text =
                new StringBuilder("backprop: 1\ndata: {digits: {samples: 100, seed: 1}}\nnetwork:\n  layers:\n");
        text.append("    - flatten\n");
        for (int i = 0; i < LAYERS; i++) {
            text.append("    # note ")
                    .append(i)
                    .append("\n    - dense:\n        name: layer")
                    .append(i);
            text.append("\n        units: 16\n        activation: relu\n        bias: true\n");
            text.append(i < 2 ? "" : "        inputs: [layer" + (i - 1) + "]\n");
            text.append("        # one\n        # two\n        # three\n\n");
        }
        text.append("    - dense: {name: scores, units: 10}\n");
        return text.append("training: {loss: cross_entropy}\n").toString();
    }
}
