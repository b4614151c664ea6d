package org.backprop.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Entry point: {@code BACKEND FOLDER install|uninstall|status [--from JARS]}. Progress and the result go to standard
 * output, one line each; the exit code is 0, or 1 after a line that says what is wrong.
 */
public final class Main {
    private static final String CUDA = "cuda";
    private static final String SPARK = "spark";
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final int LEAST_ARGUMENTS = 3;

    private Main() {}

    /** Runs one command and ends the process. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        if (arguments.size() < LEAST_ARGUMENTS || !List.of(CUDA, SPARK).contains(arguments.getFirst())) {
            System.out.println("usage: cuda|spark FOLDER install [--from JARS] | uninstall | status");
            return 2;
        }
        Path folder = Path.of(arguments.get(1)).toAbsolutePath();
        String backend = arguments.getFirst();
        List<Jar> jars = backend.equals(CUDA) ? CudaArtifacts.of(platform()) : SparkArtifacts.all();
        Installer installer = new Installer(folder, jars, System.out);
        try {
            switch (arguments.get(2)) {
                case "install" -> install(installer, arguments.subList(LEAST_ARGUMENTS, arguments.size()));
                case "uninstall" -> installer.uninstall();
                default -> System.out.println(status(backend, folder, jars));
            }
            return 0;
        } catch (InstallException | IOException e) {
            System.out.println(e.getMessage());
            return 1;
        }
    }

    private static void install(Installer installer, List<String> options) throws InstallException, IOException {
        if (options.size() == 2 && options.getFirst().equals("--from")) {
            installer.take(Path.of(options.get(1)));
        } else {
            installer.download(Repositories.settings());
        }
        System.out.println("installed");
    }

    private static String status(String backend, Path folder, List<Jar> jars) {
        double megabytes = jars.stream().mapToLong(Jar::bytes).sum() / MEGA;
        String size = megabytes < KILO
                ? String.format(Locale.ROOT, "%.0f MB", megabytes)
                : String.format(Locale.ROOT, "%.1f GB", megabytes / KILO);
        return Files.exists(folder.resolve(Installer.MARKER))
                ? backend + ": installed in " + folder
                : backend + ": not installed; install downloads " + size + " to " + folder;
    }

    private static String platform() {
        return System.getProperty("os.name").startsWith("Windows") ? "windows-x86_64" : "linux-x86_64";
    }
}
