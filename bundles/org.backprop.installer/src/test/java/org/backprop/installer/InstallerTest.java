package org.backprop.installer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

class InstallerTest {
    private static final int SIZE = 100_000;
    private static final Jar JAR = new Jar(new DefaultArtifact("g", "a", "c", "jar", "1"), SIZE);

    @TempDir
    Path folder;

    private final byte[] content = new byte[SIZE];
    private final List<String> ranges = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server;
    private boolean breaking;
    private boolean damaged;
    private Installer installer;

    @BeforeEach
    void start() throws IOException {
        new Random(3).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        installer = new Installer(folder.resolve("cuda"), List.of(JAR), new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Settings settings() {
        Mirror mirror = new Mirror();
        mirror.setId("test");
        mirror.setMirrorOf("*");
        mirror.setUrl("http://localhost:" + server.getAddress().getPort() + "/");
        Settings settings = new Settings();
        settings.addMirror(mirror);
        return settings;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/g/a/1/a-1-c.jar.sha1")) {
                byte[] sum = sha1().getBytes(UTF_8);
                exchange.sendResponseHeaders(200, sum.length);
                exchange.getResponseBody().write(sum);
            } else if (path.equals("/g/a/1/a-1-c.jar")) {
                sendJar(exchange);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void sendJar(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = 0;
        if (range != null) {
            ranges.add(range);
            from = Integer.parseInt(range.replaceAll("\\D", ""));
            exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (SIZE - 1) + "/" + SIZE);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, SIZE - from);
        OutputStream body = exchange.getResponseBody();
        body.write(content, from, breaking ? SIZE / 2 : SIZE - from);
        body.flush();
    }

    private String sha1() {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-1").digest(damaged ? new byte[1] : content);
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path installed() {
        return folder.resolve("cuda/a-1-c.jar");
    }

    @Test
    void aJarComesThroughTheMirrorOfTheSettingsWithProgress() throws Exception {
        installer.download(settings());
        assertArrayEquals(content, Files.readAllBytes(installed()));
        assertTrue(Files.exists(folder.resolve("cuda/" + Installer.MARKER)));
        assertTrue(printed.toString(UTF_8).contains("progress 1000 a-1-c.jar, 0 of 0 MB"), printed.toString(UTF_8));
    }

    @Test
    void anInterruptedDownloadGoesOnWhereItWas() throws Exception {
        breaking = true;
        assertThrows(InstallException.class, () -> installer.download(settings()));
        assertFalse(Files.exists(folder.resolve("cuda/" + Installer.MARKER)));
        breaking = false;
        ranges.clear();
        installer.download(settings());
        assertArrayEquals(content, Files.readAllBytes(installed()));
        assertEquals(1, ranges.size());
        int from = Integer.parseInt(ranges.getFirst().replaceAll("\\D", ""));
        assertTrue(from > 0 && from <= SIZE / 2, ranges.getFirst());
    }

    @Test
    void whatAKilledInstallationLeftIsDeleted() throws Exception {
        Path left = Files.createDirectories(folder.resolve("cuda")).resolve("a-1-c.jar.part.4711.tmp");
        Files.write(left, content);
        installer.download(settings());
        assertFalse(Files.exists(left));
    }

    @Test
    void aDamagedJarIsNotInstalled() {
        damaged = true;
        InstallException refused = assertThrows(InstallException.class, () -> installer.download(settings()));
        assertTrue(refused.getMessage().contains("is damaged"), refused.getMessage());
        assertFalse(Files.exists(installed()));
    }

    @Test
    void jarsAreTakenFromAFolderAndThoseThatAreMissingAreNamed() throws Exception {
        Path jars = Files.createDirectories(folder.resolve("jars/deep"));
        InstallException refused = assertThrows(InstallException.class, () -> installer.take(folder.resolve("jars")));
        assertTrue(refused.getMessage().endsWith("lacks a-1-c.jar"), refused.getMessage());
        Files.write(jars.resolve("a-1-c.jar"), content);
        Files.writeString(jars.resolve("a-1-c.jar.sha1"), sha1());
        installer.take(folder.resolve("jars"));
        assertArrayEquals(content, Files.readAllBytes(installed()));
        installer.uninstall();
        assertFalse(Files.exists(folder.resolve("cuda")));
    }

    @Test
    void centralIsWhereMavenItselfLooksForIt() {
        var repositories = Repositories.all(new Settings());
        assertEquals("central", repositories.getFirst().getId());
        assertTrue(repositories.getFirst().getUrl().startsWith("https://"));
    }
}
