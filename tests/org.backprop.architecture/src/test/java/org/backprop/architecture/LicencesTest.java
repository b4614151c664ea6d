package org.backprop.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every library that is shipped is named, with its licence, by the feature that brings it. */
class LicencesTest {
    private static final List<String> OURS = List.of("exchange", "engine", "model", "runlog", "spark", "installer");

    /** What a jar, or a bundle that is not ours, is called in the text of a licence; by the beginning of its name. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("asm", "ASM"),
            Map.entry("byteunits", "byteunits"),
            Map.entry("com.google.gson", "Gson"),
            Map.entry("com.google.guava", "Guava"),
            Map.entry("com.google.guava.failureaccess", "failureaccess"),
            Map.entry("com.google.protobuf", "Protocol Buffers"),
            Map.entry("commons-", "Apache Commons"),
            Map.entry("error_prone_annotations", "Error Prone annotations"),
            Map.entry("compress-lzf", "LZF Compressor"),
            Map.entry("fastcsv", "FastCSV"),
            Map.entry("flatbuffers-java", "FlatBuffers"),
            Map.entry("gson", "Gson"),
            Map.entry("guava", "Guava"),
            Map.entry("http", "Apache HttpComponents"),
            Map.entry("jackson", "Jackson"),
            Map.entry("javacpp", "JavaCPP"),
            Map.entry("javax.inject", "javax.inject"),
            Map.entry("jcl-over-slf4j", "SLF4J"),
            Map.entry("jhdf", "jHDF"),
            Map.entry("jna", "JNA"),
            Map.entry("lz4-java", "LZ4 Java"),
            Map.entry("maven-", "Apache Maven"),
            Map.entry("nd4j-", "ND4J"),
            Map.entry("neoitertools", "neoitertools"),
            Map.entry("openblas", "OpenBLAS"),
            Map.entry("org.eclipse.elk.", "ELK"),
            Map.entry("org.eclipse.sisu.", "Sisu"),
            Map.entry("org.eclipse.swtchart", "SWTChart"),
            Map.entry("org.eclipse.xtext.xbase.lib", "Xtext"),
            Map.entry("org.snakeyaml.engine", "SnakeYAML Engine"),
            Map.entry("oshi-core", "OSHI"),
            Map.entry("picocli", "picocli"),
            Map.entry("plexus-", "Plexus"),
            Map.entry("protobuf", "Protocol Buffers"),
            Map.entry("slf4j-", "SLF4J"),
            Map.entry("snakeyaml-engine", "SnakeYAML Engine"),
            Map.entry("threetenbp", "ThreeTen"));

    private static String licence(String feature) throws IOException {
        String text = Files.readString(Checkout.root().resolve("features/" + feature + "/feature.xml"));
        return text.replaceAll("(?s).*<license[^>]*>(.*)</license>.*", "$1");
    }

    /** The libraries whose name is not known here, or missing in the text. */
    private static List<String> unnamed(Stream<String> libraries, String licence) {
        return libraries
                .filter(library -> NAMES.entrySet().stream()
                        .noneMatch(name -> library.startsWith(name.getKey()) && licence.contains(name.getValue())))
                .sorted()
                .toList();
    }

    private static Stream<String> jars(Path lib) throws IOException {
        assumeFalse(Files.notExists(lib), "the bundle is not built");
        return Checkout.files(lib, path -> path.toString().endsWith(".jar")).stream()
                .map(jar -> jar.getFileName().toString())
                .filter(jar -> OURS.stream().noneMatch(our -> jar.startsWith(our + "-")));
    }

    @Test
    void theBundlesOfTheWorkbenchAreNamed() throws IOException {
        String feature = Files.readString(Checkout.root().resolve("features/org.backprop.feature/feature.xml"));
        Stream<String> bundles = Pattern.compile("<plugin id=\"([^\"]+)\"")
                .matcher(feature)
                .results()
                .map(plugin -> plugin.group(1))
                .filter(id -> !id.startsWith("org.backprop."));
        assertEquals(List.of(), unnamed(bundles, licence("org.backprop.feature")));
    }

    @Test
    void theJarsOfTheTrainerAreNamed() throws IOException {
        assertEquals(
                List.of(),
                unnamed(jars(Checkout.bundle("runtime").resolve("target/lib")), licence("org.backprop.feature")));
    }

    @Test
    void theJarsOfTheInstallerAreNamed() throws IOException {
        assertEquals(
                List.of(),
                unnamed(jars(Checkout.bundle("installer").resolve("target/lib")), licence("org.backprop.feature")));
    }

    @Test
    void theJarsOfTheNativeBackendAreNamed() throws IOException {
        assertEquals(
                List.of(),
                unnamed(
                        jars(Checkout.bundle("backend.native.linux.x86_64").resolve("target/lib")),
                        licence("org.backprop.backend.native.feature")));
    }
}
