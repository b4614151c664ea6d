package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.backprop.ui.console.ConsoleLinks;
import org.backprop.ui.console.ConsoleLinks.Link;
import org.backprop.ui.console.ConsoleLinks.Target;
import org.junit.jupiter.api.Test;

class ConsoleLinksTest {
    @Test
    void problemLinksItsFileAndLine() {
        String line = "digits.nn.yaml:12:5: UNKNOWN_KEY There is no key 'epoch'; did you mean 'epochs'?";
        assertEquals(List.of(new Link(0, 17, Target.MODEL, "digits.nn.yaml", 12)), ConsoleLinks.in(line));
    }

    @Test
    void pathsMayHoldSpaces() {
        String path = "/home/a b/Backprop Samples/xor/xor.nn.yaml";
        assertEquals(List.of(new Link(9, path.length(), Target.MODEL, path, 0)), ConsoleLinks.in("Training " + path));
    }

    @Test
    void runFolderIsLinkedWithoutTheFullStopBehindIt() {
        String path = "/data/runs/20260131-235959-digits-mlp-1";
        assertEquals(List.of(new Link(5, path.length(), Target.RUN, path, 0)), ConsoleLinks.in("Run: " + path + "."));
    }

    @Test
    void windowsPathsAreLinked() {
        String path = "C:\\models\\xor.nn.yaml";
        assertEquals(List.of(new Link(0, path.length() + 3, Target.MODEL, path, 42)), ConsoleLinks.in(path + ":42"));
    }

    @Test
    void progressHasNoLinks() {
        assertEquals(List.of(), ConsoleLinks.in("epoch 3/10  step 1200  loss 0.1234  12,345 samples/s  0:12 left"));
    }
}
