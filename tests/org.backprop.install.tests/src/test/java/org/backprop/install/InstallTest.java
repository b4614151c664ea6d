package org.backprop.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installs both features from the update site with the p2 director. */
class InstallTest {
    /** What the platform of our own IDE has, into which the features are installed. */
    private static final String PART_OF_THE_IDE = "org.backprop.ide.";

    private static final List<String> TRAINER_PACKAGES =
            List.of("org.nd4j", "org.bytedeco", "org.backprop.engine", "picocli", "de.siegmar");

    @TempDir
    static Path folder;

    private static Eclipse eclipse;

    @BeforeAll
    static void installFromTheUpdateSite() throws Exception {
        eclipse = Eclipse.copyOf(Product.NEWEST, folder.resolve("eclipse"));
        eclipse.installBackprop();
    }

    @Test
    void bothFeaturesAreInstalledRoots() throws Exception {
        Output roots = eclipse.director("-listInstalledRoots");
        roots.requireSuccess();
        assertTrue(roots.text().contains("org.backprop.feature.feature.group/"), roots.text());
        assertTrue(roots.text().contains("org.backprop.backend.native.feature.feature.group/"), roots.text());
    }

    @Test
    void onlyTheBackendOfThisPlatformIsInstalled() throws IOException {
        List<String> backends = eclipse.bundles().stream()
                .map(line -> line.split(",")[0])
                .filter(name -> name.startsWith("org.backprop.backend."))
                .toList();
        assertEquals(List.of("org.backprop.backend.native.linux.x86_64"), backends);
    }

    @Test
    void noBundleExportsPackagesOfTheTrainer() throws IOException {
        for (Attributes manifest : eclipse.manifests()) {
            String exports = manifest.getValue("Export-Package");
            List<String> trainers = exports == null
                    ? List.of()
                    : Stream.of(exports.replaceAll("\"[^\"]*\"", "").split(","))
                            .filter(name -> TRAINER_PACKAGES.stream().anyMatch(name.trim()::startsWith))
                            .toList();
            assertEquals(List.of(), trainers, manifest.getValue("Bundle-SymbolicName"));
        }
    }

    @Test
    void theInstalledTrainerTellsItsBackend() throws Exception {
        String runtime = eclipse.folder("org.backprop.runtime").resolve("lib/*").toString();
        String backend = eclipse.folder("org.backprop.backend.native.linux.x86_64")
                .resolve("lib/*")
                .toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(java, "-cp", runtime + ":" + backend, "org.backprop.engine.cli.Main", "probe", "--json");
        Output probe = Output.of(command, folder, 60);
        probe.requireSuccess();
        assertTrue(probe.text().contains("native"), probe.text());
    }

    @Test
    void uninstallingLeavesNoBundleBehind() throws Exception {
        Eclipse copy = eclipse.copyTo(folder.resolve("uninstalled"));
        copy.director("-uninstallIU", Eclipse.FEATURES).requireSuccess();
        assertEquals(
                List.of(),
                copy.bundles().stream()
                        .filter(line -> line.startsWith("org.backprop.") && !line.startsWith(PART_OF_THE_IDE))
                        .toList());
        assertFalse(copy.director("-listInstalledRoots").text().contains("org.backprop.feature"));
    }

    @Test
    void anUpdateReplacesEveryBundleAndKeepsTheSettingsOfTheInstallation() throws Exception {
        Eclipse copy = eclipse.copyTo(folder.resolve("updated"));
        Path settings = copy.home().resolve("configuration/.settings/org.backprop.core.prefs");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "kept=yes\n");
        UpdateSite next = UpdateSite.built().next();
        copy.director(
                        "-repository",
                        next.folder().toUri().toString(),
                        "-uninstallIU",
                        Eclipse.FEATURES,
                        "-installIU",
                        Eclipse.FEATURES)
                .requireSuccess();
        List<String> locations = copy.bundles().stream()
                .filter(line -> line.startsWith("org.backprop.") && !line.startsWith(PART_OF_THE_IDE))
                .map(line -> line.split(",")[2])
                .toList();
        assertFalse(locations.isEmpty());
        assertTrue(locations.stream().allMatch(location -> location.contains("_0.1.1.")), locations::toString);
        assertEquals("kept=yes\n", Files.readString(settings));
    }
}
