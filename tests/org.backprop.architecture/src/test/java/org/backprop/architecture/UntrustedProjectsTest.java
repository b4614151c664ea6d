package org.backprop.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** A project may come from a stranger: what is read makes no objects of its choice, and only what the user starts runs. */
class UntrustedProjectsTest {

    private static final List<String> IDE = List.of("core", "ui", "editor", "views", "model", "runlog");

    /** Deserialization, scripts, and YAML that constructs objects. */
    private static final Pattern OBJECTS = Pattern.compile("ObjectInputStream|\\breadObject\\b|XMLDecoder|ScriptEngine"
            + "|snakeyaml\\.engine\\.v2\\.(?:api\\.Load\\b|constructor)|java\\.rmi|defineClass");

    private static final Pattern PROCESSES =
            Pattern.compile("\\bProcessBuilder\\b|DebugPlugin\\.exec|\\bgetRuntime\\(\\)\\.exec|URLClassLoader");

    private static final List<String> PROCESSES_OF_THE_IDE =
            List.of("LibraryInstallation", "TrainerLaunchDelegate", "TrainerQuestion", "TrainerTool");

    private static final Pattern XML = Pattern.compile("javax\\.xml\\.|org\\.xml\\.sax|XMLMemento");

    private static final Pattern ARCHIVES =
            Pattern.compile("\\bZip(?:File|InputStream)\\b|\\bJar(?:File|InputStream)\\b");

    /** The classes of bundles whose code matches, without their packages. */
    private static TreeSet<String> classesWith(Pattern pattern, List<String> bundles) {
        return bundles.stream()
                .flatMap(bundle -> Checkout.sources(bundle).stream())
                .filter(file -> pattern.matcher(code(file)).find())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All but the help, which is made from files of this project when it is built. */
    private static List<String> allBundles() {
        return Checkout.bundles().stream()
                .map(folder -> folder.getFileName().toString().replace("org.backprop.", ""))
                .filter(name -> !name.equals("help"))
                .filter(name -> Files.isDirectory(Checkout.bundle(name).resolve("src")))
                .toList();
    }

    private static String code(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingThatIsReadMakesObjectsOfItsChoice() {
        assertEquals(new TreeSet<>(), classesWith(OBJECTS, allBundles()));
    }

    @Test
    void theIdeStartsProcessesOnlyWhereTheUserLaunchesInstallsOrPredicts() {
        assertEquals(new TreeSet<>(PROCESSES_OF_THE_IDE), classesWith(PROCESSES, IDE));
    }

    @Test
    void xmlIsParsedInOnePlaceWhichRefusesEntities() {
        assertEquals(new TreeSet<>(List.of("LaunchXml")), classesWith(XML, allBundles()));
    }

    @Test
    void archivesAreReadEntryByEntryAndNeverUnpacked() {
        assertEquals(new TreeSet<>(List.of("Checksums", "KerasFile", "NpzFile")), classesWith(ARCHIVES, allBundles()));
    }
}
