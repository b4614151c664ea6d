package org.backprop.model.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchFileTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n";

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void createProject() throws IOException {
        project = Files.createDirectories(folder.resolve("checkout"));
        Files.writeString(project.resolve(".project"), "<projectDescription><name>digits</name></projectDescription>");
    }

    @Test
    void aConfigurationIsReadAsTheIdeReadsIt() throws Exception {
        LaunchFile launch = read(string("EPOCHS", " 3 ")
                + string("SEED", "7")
                + string("BACKEND", "native")
                + string("THREADS", "2")
                + string("RUNS", "${workspace_loc:/digits}/out")
                + string("DATA", "${env_var:DATA}/mnist")
                + "<mapAttribute key=\"org.backprop.launch.OVERRIDES\">"
                + "<mapEntry key=\"training.batch_size\" value=\"32\"/></mapAttribute>"
                + "<listAttribute key=\"org.eclipse.debug.core.MAPPED_RESOURCE_PATHS\"/>");
        assertEquals(project.resolve("nets/a.nn.yaml"), launch.model());
        assertEquals(project.resolve("out"), launch.runs());
        assertEquals(Optional.of(Path.of("/somewhere/mnist")), launch.data());
        assertEquals(
                Map.of("training.epochs", "3", "training.seed", "7", "training.batch_size", "32"), launch.overrides());
        assertEquals(Map.of("backend", "native", "threads", "2"), launch.options());
        assertTrue(launch.resume().isEmpty());
    }

    @Test
    void aClusterOfSparkTakesThePlaceOfABackend() throws Exception {
        String spark = string("BACKEND", "spark");
        LaunchFile launch = read(
                spark + string("SPARK", "spark://host:7077") + string("WORKERS", "8") + string("AVERAGE_EVERY", "16"));
        assertEquals(Map.of("spark", "spark://host:7077", "workers", "8", "average-every", "16"), launch.options());
        LaunchFileException refused = assertThrows(LaunchFileException.class, () -> read(spark));
        assertTrue(refused.getMessage().contains("does not name a cluster"), refused.getMessage());
    }

    @Test
    void runsStandInTheProjectByDefault() throws Exception {
        assertEquals(project.resolve("runs"), read("").runs());
    }

    @Test
    void theProjectIsFoundByTheNameOfItsFolder() throws Exception {
        Files.move(project, folder.resolve("digits"));
        project = folder.resolve("digits");
        Files.delete(project.resolve(".project"));
        assertEquals(project.resolve("nets/a.nn.yaml"), read("").model());
    }

    @Test
    void aVariableOfTheIdeIsRefusedByName() {
        LaunchFileException refused =
                assertThrows(LaunchFileException.class, () -> read(string("RUNS", "${container_loc}/runs")));
        assertTrue(refused.getMessage().contains("${container_loc}"), refused.getMessage());
    }

    @Test
    void anEnvironmentVariableThatIsNotSetIsNamed() {
        LaunchFileException refused =
                assertThrows(LaunchFileException.class, () -> read(string("DATA", "${env_var:NOWHERE}")));
        assertTrue(refused.getMessage().contains("NOWHERE is not set"), refused.getMessage());
    }

    @Test
    void aModelOfAnotherProjectThatIsNotAroundIsNamed() throws IOException {
        Files.writeString(project.resolve(".project"), "<projectDescription><name>other</name></projectDescription>");
        LaunchFileException refused = assertThrows(LaunchFileException.class, () -> read(""));
        assertTrue(refused.getMessage().contains("the project \"digits\""), refused.getMessage());
    }

    @Test
    void entitiesAreNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "x");
        String text = HEAD + "<!DOCTYPE l [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<launchConfiguration type=\"org.backprop.launch.train\">&e;</launchConfiguration>";
        LaunchFileException refused = assertThrows(LaunchFileException.class, () -> parse(text));
        assertTrue(refused.getMessage().contains("DOCTYPE"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<launchConfiguration",
                "<launchConfiguration type=\"org.eclipse.jdt.launching.localJavaApplication\"/>",
                "<launchConfiguration type=\"org.backprop.launch.train\"/>"
            })
    void whatIsNoTrainingIsRefusedWithTheNameOfTheFile(String text) {
        LaunchFileException refused = assertThrows(LaunchFileException.class, () -> parse(text));
        assertTrue(refused.getMessage().contains("a.launch: "), refused.getMessage());
        assertFalse(refused.getMessage().contains("null"), refused.getMessage());
    }

    @Test
    void aFileOfAnySizeIsNotRead() {
        String text = "<launchConfiguration>" + " ".repeat(1 << 20) + "</launchConfiguration>";
        assertTrue(assertThrows(LaunchFileException.class, () -> parse(text))
                .getMessage()
                .contains("larger than 1 MiB"));
    }

    private static String string(String key, String value) {
        return "<stringAttribute key=\"org.backprop.launch." + key + "\" value=\"" + value + "\"/>\n";
    }

    private LaunchFile read(String attributes) throws IOException, LaunchFileException {
        return parse(HEAD + "<launchConfiguration type=\"org.backprop.launch.train\">\n"
                + string("MODEL", "/digits/nets/a.nn.yaml") + attributes + "</launchConfiguration>\n");
    }

    private LaunchFile parse(String text) throws IOException, LaunchFileException {
        Path file = Files.writeString(
                Files.createDirectories(project.resolve("launches")).resolve("a.launch"), text);
        return LaunchFile.read(file, Map.of("DATA", "/somewhere"));
    }
}
