package org.backprop.install;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an Eclipse reads of the update site before it installs anything. */
class UpdateSiteTest {
    private static final String WORKBENCH = "org.backprop.feature.feature.group";
    private static final String BACKEND = "org.backprop.backend.native.feature.feature.group";

    private static UpdateSite site;

    @BeforeAll
    static void read() throws IOException {
        site = UpdateSite.built();
    }

    @ParameterizedTest
    @ValueSource(strings = {WORKBENCH, BACKEND})
    void aFeatureHasNameDescriptionProviderLicenceAndANumberedVersion(String feature) {
        String unit = site.unit(feature);
        assertTrue(unit.contains("org.eclipse.equinox.p2.name\" value=\"Backprop "), unit);
        assertTrue(unit.contains("org.eclipse.equinox.p2.description\" value=\""), unit);
        assertTrue(unit.contains("org.eclipse.equinox.p2.provider\" value=\"Backprop\""), unit);
        assertTrue(unit.contains("<license uri=\"https://www.eclipse.org/legal/epl-2.0/\""), unit);
        assertTrue(unit.contains("Eclipse Public License 2.0"), unit);
        assertFalse(unit.contains("qualifier"), unit);
    }

    @Test
    void bothFeaturesAreInTheCategoryNeuralNetworks() {
        String category = Stream.of(site.metadata().split("(?=<unit )"))
                .filter(unit -> unit.contains("org.eclipse.equinox.p2.type.category\" value=\"true\""))
                .findFirst()
                .orElseThrow();
        assertTrue(category.contains("org.eclipse.equinox.p2.name\" value=\"Neural Networks\""), category);
        assertTrue(category.contains("name=\"" + WORKBENCH + "\""), category);
        assertTrue(category.contains("name=\"" + BACKEND + "\""), category);
    }

    @Test
    void thePlatformMustBe436OrNewer() {
        String unit = site.unit(WORKBENCH);
        assertTrue(unit.contains("name=\"org.eclipse.swt\" range=\"3.130.0\""), unit);
    }

    @ParameterizedTest
    @CsvSource({
        "linux,gtk,aarch64",
        "linux,gtk,x86_64",
        "macosx,cocoa,aarch64",
        "macosx,cocoa,x86_64",
        "win32,win32,x86_64"
    })
    void aBackendIsForItsPlatformOnly(String os, String ws, String arch) {
        String name = "org.backprop.backend.native." + os + "." + arch;
        String required = Stream.of(site.unit(BACKEND).split("(?=<required )"))
                .filter(requirement -> requirement.contains("name=\"" + name + "\""))
                .findFirst()
                .orElseThrow();
        for (String condition :
                new String[] {"(osgi.os=" + os + ")", "(osgi.ws=" + ws + ")", "(osgi.arch=" + arch + ")"}) {
            assertTrue(required.contains(condition), required);
        }
    }

    @Test
    void theZipForOfflineUseHoldsTheSameSite() throws IOException {
        Map<String, Long> inFolder = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                inFolder.put(site.folder().relativize(file).toString().replace('\\', '/'), Files.size(file));
            }
        }
        Map<String, Long> inZip = new TreeMap<>();
        try (ZipFile zip = new ZipFile(zip().toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> inZip.put(entry.getName(), entry.getSize()));
            ZipEntry content = zip.getEntry("content.xml");
            assertArrayEquals(
                    Files.readAllBytes(site.folder().resolve("content.xml")),
                    zip.getInputStream(content).readAllBytes());
        }
        assertEquals(inFolder, inZip);
    }

    private static Path zip() throws IOException {
        try (DirectoryStream<Path> zips = Files.newDirectoryStream(site.folder().getParent(), "*.zip")) {
            return zips.iterator().next();
        }
    }
}
