package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaRuntimesTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "25, 26, 25", // the IDE's own is new enough
        "21, 25, 25",
        "21, 17, 21",
        "17, 21, 21",
    })
    void theIdesOwnIsTakenUnlessOnlyAnInstalledOneIsNewEnough(int own, int installed, int chosen) {
        assertEquals(Optional.of(java(chosen)), JavaRuntimes.choose(java(own), List.of(java(11), java(installed))));
    }

    @Test
    void theNewestInstalledOneIsTaken() {
        assertEquals(
                Optional.of(java(27)), JavaRuntimes.choose(java(21), List.of(java(25), java(27), java(26), java(17))));
    }

    @Test
    void noneIsTakenIfAllAreTooOld() {
        assertEquals(Optional.empty(), JavaRuntimes.choose(java(17), List.of(java(20))));
    }

    @ParameterizedTest
    @CsvSource({"25.0.1, 25", "21, 21", "1.8.0_402, 8", "26-ea, 26"})
    void theReleaseFileTellsTheFeatureRelease(String version, int feature) throws IOException {
        install("IMPLEMENTOR=\"Anyone\"\nJAVA_VERSION=\"" + version + "\"\n");
        assertEquals(Optional.of(new JavaRuntime(home, feature)), JavaRuntime.at(home));
    }

    @Test
    void aFolderWithoutVersionOrLauncherIsNoRuntime() throws IOException {
        assertEquals(Optional.empty(), JavaRuntime.at(home));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\n");
        assertEquals(Optional.empty(), JavaRuntime.at(home), "no launcher");
        install("VENDOR=\"Anyone\"\n");
        assertEquals(Optional.empty(), JavaRuntime.at(home), "no version");
    }

    @Test
    void theRunningOneIsUsable() {
        assertTrue(Files.isExecutable(JavaRuntime.running().executable()));
        assertEquals(
                Optional.of(JavaRuntime.running()),
                JavaRuntime.at(JavaRuntime.running().home()));
    }

    private void install(String release) throws IOException {
        Files.writeString(home.resolve("release"), release);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "");
        assertTrue(java.toFile().setExecutable(true));
    }

    private static JavaRuntime java(int feature) {
        return new JavaRuntime(Path.of("java-" + feature), feature);
    }
}
