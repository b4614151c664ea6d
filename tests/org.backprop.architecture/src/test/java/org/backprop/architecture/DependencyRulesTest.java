package org.backprop.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DependencyRulesTest {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+)");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");

    static List<Rule> rules() {
        return Rule.all();
    }

    static List<Rule> plainModules() {
        return Rule.all().stream().filter(Rule::isPlain).toList();
    }

    static List<Rule> eclipseBundles() {
        return Rule.all().stream().filter(rule -> !rule.isPlain()).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void sourcesImportOnlyWhatTheRuleAllows(Rule rule) throws IOException {
        List<Path> sources = Checkout.sources(rule.bundle());
        assertFalse(sources.isEmpty(), "no sources found");
        for (Path source : sources) {
            List<String> wrong = groups(IMPORT, Files.readString(source))
                    .filter(name -> !rule.permits(name))
                    .toList();
            assertEquals(List.of(), wrong, source.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("eclipseBundles")
    void manifestsRequireOnlyWhatTheRuleAllows(Rule rule) {
        Attributes manifest = Checkout.manifest(Checkout.bundle(rule.bundle()));
        List<String> wrong = Stream.of("Require-Bundle", "Import-Package")
                .flatMap(header -> Checkout.names(manifest, header).stream())
                .filter(name -> !rule.permits(name))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("plainModules")
    void plainModulesDependOnlyOnWhatTheRuleAllows(Rule rule) throws IOException {
        String pom = Files.readString(Checkout.bundle(rule.bundle()).resolve("pom.xml"));
        List<String> wrong = groups(DEPENDENCY, pom)
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .flatMap(dependency -> groups(ARTIFACT, dependency))
                .filter(artifact -> !rule.artifacts().contains(artifact))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void jarCarryingBundlesShowNothingToOtherBundles() {
        List<Path> carriers = Checkout.bundles().stream()
                .filter(bundle ->
                        bundle.getFileName().toString().matches("org\\.backprop\\.(runtime|backend\\..*\\..*\\..*)"))
                .toList();
        assertEquals(6, carriers.size(), carriers.toString());
        for (Path bundle : carriers) {
            Attributes manifest = Checkout.manifest(bundle);
            for (String header : List.of("Export-Package", "Bundle-ClassPath", "Import-Package", "Require-Bundle")) {
                assertEquals(List.of(), Checkout.names(manifest, header), bundle + " " + header);
            }
            assertEquals("dir", manifest.getValue("Eclipse-BundleShape"), bundle.toString());
        }
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
