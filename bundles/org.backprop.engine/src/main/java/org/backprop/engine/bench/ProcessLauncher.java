package org.backprop.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.run.KernelsChoice;

/**
 * Starts contestants as child processes: Java in JVMs with the options of this one, PyTorch in Python. Only {@link #oursTwice} runs in this
 * one.
 *
 * @param kernels what our engine computes with
 * @param python the Python to ask for PyTorch
 */
public record ProcessLauncher(KernelsChoice kernels, String python) implements Launcher {
    private static final String NEED = "install Python 3, then PyTorch with: pip install torch";
    private static final String SCRIPT = "torch_peer.py";

    @Override
    public Contestant ours(WorkloadFolder folder, int threads) throws IOException, UnavailableException {
        return engine(kernels, folder, threads);
    }

    @Override
    public List<Contestant> oursTwice(WorkloadFolder folder, int threads) throws IOException, UnavailableException {
        Optional<String> obstacle = BenchKernels.obstacle(kernels);
        if (obstacle.isPresent()) {
            throw new UnavailableException(obstacle.get());
        }
        Worker plain = new Worker(folder, BenchKernels.open(kernels, threads));
        return List.of(plain, plain.recording());
    }

    @Override
    public Contestant peer(Peer peer, WorkloadFolder folder, int threads, boolean watched)
            throws IOException, UnavailableException {
        return switch (peer) {
            case ND4J -> {
                if (watched) {
                    throw new UnavailableException("what recording costs it is measured with --kernels nd4j");
                }
                yield engine(KernelsChoice.ND4J, folder, threads);
            }
            case DL4J, SAMEDIFF -> JavaPeers.start(peer, folder, threads, watched);
            case TORCH, TORCH_FUSED, TORCH_COMPILED -> torch(peer, folder, threads, watched);
        };
    }

    private static Contestant engine(KernelsChoice kernels, WorkloadFolder folder, int threads)
            throws IOException, UnavailableException {
        List<String> command = ThisJvm.command(
                "bench",
                "worker",
                folder.path().toString(),
                "--kernels",
                kernels.toString(),
                "--threads",
                Integer.toString(threads));
        return WorkerProcess.start(command, Map.of(), folder.path(), "a JDK is needed");
    }

    private Contestant torch(Peer peer, WorkloadFolder folder, int threads, boolean watched)
            throws IOException, UnavailableException {
        Path script = folder.path().resolve(SCRIPT);
        try (InputStream source = ProcessLauncher.class.getResourceAsStream(SCRIPT)) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        String count = Integer.toString(threads);
        List<String> command = List.of(
                python, script.toString(), folder.path().toString(), peer.key(), count, watched ? "watched" : "plain");
        Map<String, String> environment = Map.of("OMP_NUM_THREADS", count, "MKL_NUM_THREADS", count);
        return WorkerProcess.start(command, environment, folder.path(), NEED);
    }
}
