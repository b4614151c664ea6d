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
    private static final int LEAST_ARGUMENTS = 3;

    private Main() {}

    /** Runs one command and ends the process. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        if (arguments.size() < LEAST_ARGUMENTS || !arguments.getFirst().equals(CUDA)) {
            System.out.println("usage: cuda FOLDER install [--from JARS] | uninstall | status");
            return 2;
        }
        Path folder = Path.of(arguments.get(1)).toAbsolutePath();
        List<CudaArtifacts.Sized> jars = CudaArtifacts.of(platform());
        Installer installer = new Installer(folder, jars, System.out);
        try {
            switch (arguments.get(2)) {
                case "install" -> install(installer, arguments.subList(LEAST_ARGUMENTS, arguments.size()));
                case "uninstall" -> installer.uninstall();
                default -> System.out.println(status(folder, jars));
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

    private static String status(Path folder, List<CudaArtifacts.Sized> jars) {
        double gigabytes = jars.stream().mapToLong(CudaArtifacts.Sized::bytes).sum() / 1e9;
        return Files.exists(folder.resolve(Installer.MARKER))
                ? "cuda: installed in " + folder
                : String.format(Locale.ROOT, "cuda: not installed; install downloads %.1f GB to %s", gigabytes, folder);
    }

    private static String platform() {
        return System.getProperty("os.name").startsWith("Windows") ? "windows-x86_64" : "linux-x86_64";
    }
}
