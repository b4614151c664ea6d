package org.backprop.installer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.layout.RepositoryLayout;
import org.eclipse.aether.spi.connector.layout.RepositoryLayoutFactory;
import org.eclipse.aether.spi.connector.layout.RepositoryLayoutProvider;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.TransportListener;
import org.eclipse.aether.spi.connector.transport.Transporter;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transfer.NoRepositoryLayoutException;
import org.eclipse.aether.transfer.NoTransporterException;
import org.eclipse.aether.transfer.TransferCancelledException;

/**
 * Downloads of single jars from Maven repositories, with Maven's own transports, mirrors, proxies and credentials. Below
 * the level at which Maven works as a rule, because there an interrupted download begins anew.
 */
final class Downloads implements AutoCloseable {
    private final Parts parts = new Parts();
    private final RepositorySystem system = parts.get();
    private final DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    private final List<RemoteRepository> repositories;

    Downloads(Settings settings, Path cache) {
        session.setSystemProperties(System.getProperties());
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(cache.toFile())));
        Repositories.configure(session, settings);
        repositories = system.newResolutionRepositories(session, Repositories.all(settings));
    }

    /** Gives access to the parts that the system is put together from. */
    private static final class Parts extends RepositorySystemSupplier {
        private TransporterProvider transporters;
        private RepositoryLayoutProvider layouts;

        @Override
        protected TransporterProvider getTransporterProvider(Map<String, TransporterFactory> factories) {
            transporters = super.getTransporterProvider(factories);
            return transporters;
        }

        @Override
        protected RepositoryLayoutProvider getRepositoryLayoutProvider(Map<String, RepositoryLayoutFactory> factories) {
            layouts = super.getRepositoryLayoutProvider(factories);
            return layouts;
        }
    }

    /**
     * Downloads a jar, or the rest of it, and verifies its checksum.
     *
     * @param target the file; a part of it that was loaded before is beside it
     * @param progress receives the bytes as they come
     * @throws InstallException if no repository has it, or what came is damaged
     */
    void download(Artifact artifact, Path target, Progress progress) throws InstallException, IOException {
        InstallException last = new InstallException("there is no repository");
        for (RemoteRepository repository : repositories) {
            if (repository.isBlocked()) {
                continue;
            }
            try (Transporter transporter = parts.transporters.newTransporter(session, repository)) {
                RepositoryLayout layout = parts.layouts.newRepositoryLayout(session, repository);
                load(transporter, layout, artifact, target, progress);
                return;
            } catch (NoTransporterException | NoRepositoryLayoutException e) {
                last = new InstallException(e.getMessage(), e);
            } catch (InstallException e) {
                last = e;
            }
        }
        throw last;
    }

    private static void load(
            Transporter transporter, RepositoryLayout layout, Artifact artifact, Path target, Progress progress)
            throws InstallException, IOException {
        var location = layout.getLocation(artifact, false);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        get(
                transporter,
                new GetTask(location)
                        .setDataFile(part.toFile(), true)
                        .setListener(new Bytes(target.getFileName().toString(), part, progress)));
        var checksum = layout.getChecksumLocations(artifact, false, location).stream()
                .filter(sum -> sum.getChecksumAlgorithmFactory().getName().equals("SHA-1"))
                .findFirst()
                .orElseThrow(() -> new InstallException("the repository has no checksums"));
        GetTask sum = new GetTask(checksum.getLocation());
        get(transporter, sum);
        if (!Checksums.matches(part, sum.getDataString())) {
            Files.delete(part);
            throw new InstallException(location + " is damaged: its SHA-1 is not that of " + checksum.getLocation());
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void get(Transporter transporter, GetTask task) throws InstallException {
        try {
            transporter.get(task);
        } catch (Exception e) {
            throw new InstallException(task.getLocation() + " could not be downloaded: " + e.getMessage(), e);
        }
    }

    /**
     * Counts the bytes of a download and keeps them: the transport itself drops what it has when the connection breaks. At
     * the end it puts the whole file in place of the part.
     */
    private static final class Bytes extends TransportListener {
        private final String name;
        private final Path part;
        private final Progress progress;
        private long loaded;

        Bytes(String name, Path part, Progress progress) {
            this.name = name;
            this.part = part;
            this.progress = progress;
        }

        @Override
        public void transportStarted(long offset, long length) throws TransferCancelledException {
            loaded = offset;
            if (offset == 0) {
                write(ByteBuffer.allocate(0), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            }
        }

        @Override
        public void transportProgressed(ByteBuffer data) throws TransferCancelledException {
            loaded += data.remaining();
            write(data.duplicate(), StandardOpenOption.APPEND);
            progress.loaded(name, loaded);
        }

        /** Opens and closes the file, because the transport moves another in its place. */
        private void write(ByteBuffer data, StandardOpenOption... how) throws TransferCancelledException {
            var options = EnumSet.of(StandardOpenOption.WRITE);
            options.addAll(List.of(how));
            try (FileChannel file = FileChannel.open(part, options)) {
                while (data.hasRemaining()) {
                    file.write(data);
                }
            } catch (IOException e) {
                throw new TransferCancelledException(part + ": " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        system.shutdown();
    }
}
