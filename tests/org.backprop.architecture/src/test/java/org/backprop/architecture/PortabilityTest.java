package org.backprop.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The checkout builds anywhere: it names no machine and no package registry, and each version once. */
class PortabilityTest {
    private static final Pattern PLACE =
            Pattern.compile("(?<![\\w.-])/(?:root|home/\\w+|Users/\\w+|work/main|work/shared)/[\\w.]|[A-Z]:\\\\Users|"
                    + "repo1?\\.maven\\.|/maven2|pypi\\.org|pythonhosted\\.org|registry\\.npmjs|distribution" + "Url|"
                    + "<(?:plugin)?[rR]epository>|<mirror>");

    @Test
    void noFileNamesAMachinePathOrARegistryAddress() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Checkout.files(Checkout.root(), path -> !path.endsWith("PortabilityTest.java"))) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            boolean binary = text.indexOf('\0') >= 0;
            Matcher matcher = PLACE.matcher(text);
            if (!binary && matcher.find()) {
                found.add(file + ": " + matcher.group());
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void targetPlatformAndPomsUseTheSameLibraryVersions() throws IOException {
        String pom = Files.readString(Checkout.root().resolve("pom.xml"));
        String target =
                Files.readString(Checkout.root().resolve("releng/org.backprop.target/org.backprop.target.target"));
        Map<String, String> libraries = Map.of(
                "snakeyaml.version", "snakeyaml-engine",
                "protobuf.version", "protobuf-java",
                "gson.version", "gson",
                "junit.version", "junit-jupiter-api");
        for (String property : libraries.keySet()) {
            String artifact = Pattern.quote(libraries.get(property));
            assertEquals(
                    first("<" + property + ">(.*?)<", pom),
                    first("<artifactId>" + artifact + "</artifactId>\\s*<version>(.*?)<", target),
                    property);
        }
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " not found");
        }
        return matcher.group(1);
    }
}
