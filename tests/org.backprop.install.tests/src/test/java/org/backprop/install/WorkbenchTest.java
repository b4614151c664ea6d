package org.backprop.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Installs Backprop, starts the workbench and does the main job in it. Needs a display. */
class WorkbenchTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void trainsFromALaunchConfigurationAndShowsTheCurveThePagesAndTheViews(Product product) throws Exception {
        Eclipse eclipse = Eclipse.copyOf(product, folder.resolve("eclipse"));
        eclipse.installBackprop();
        eclipse.addBundle(driver());
        Path result = folder.resolve("result.properties");
        String workspace = folder.resolve("workspace").toString();
        Output output = eclipse.run(List.of(
                "-nosplash", "-consoleLog", "-data", workspace, "-vmargs", "-Dorg.backprop.e2e.result=" + result));
        assertTrue(Files.exists(result), output.text());
        Properties seen = properties(result);
        assertNull(seen.getProperty("failure"), seen.getProperty("failure"));
        assertEquals("org.backprop.ui.perspective", seen.getProperty("perspective"));
        assertEquals("0", seen.getProperty("trainer.exit"));
        assertEquals("2", seen.getProperty("curve.points"));
        assertEquals("[Network, Training, Source]", seen.getProperty("editor.pages"));
        assertEquals("[]", seen.getProperty("views.broken"));
        assertEquals("[]", seen.getProperty("bundles.unresolved"));
        assertEquals(
                List.of(), output.text().lines().filter(WorkbenchTest::isOurs).toList());
    }

    /** Whether a line of the log is an error of a bundle of ours, or of code that was compiled against something else. */
    private static boolean isOurs(String line) {
        return line.matches("!ENTRY org\\.backprop\\S* 4 .*")
                || line.matches(
                        ".*(Linkage|NoSuch\\w+|NoClassDefFound|AbstractMethod|IncompatibleClassChange|ClassFormat|Verify)Error.*");
    }

    private static Path driver() throws IOException {
        Path target = Eclipse.checkout().resolve("tests/org.backprop.e2e/target");
        try (var jars = Files.newDirectoryStream(target, "org.backprop.e2e-*.jar")) {
            return jars.iterator().next();
        }
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }
}
