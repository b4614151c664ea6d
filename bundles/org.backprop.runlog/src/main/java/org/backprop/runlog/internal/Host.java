package org.backprop.runlog.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Name of this machine. */
public final class Host {
    private Host() {}

    /** The host name without a look-up in the network where the system tells it; {@code localhost} if nothing does. */
    public static String name() {
        return Holder.NAME;
    }

    private static final class Holder {
        static final String NAME = find();

        private static String find() {
            String windows = System.getenv("COMPUTERNAME");
            if (windows != null && !windows.isBlank()) {
                return windows.strip();
            }
            try {
                return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            } catch (IOException notLinux) {
                return lookUp();
            }
        }

        private static String lookUp() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (IOException unknown) {
                return "localhost";
            }
        }
    }
}
