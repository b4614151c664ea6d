package org.backprop.engine.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.run.Checkpoints;
import org.backprop.runlog.run.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backprop export RUN}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the weights of a run to a file: safetensors, named and shaped as in a PyTorch state dict,",
            "or CSV with a line for each number: tensor, its indices (four columns, empty where it has fewer), value."
        })
final class ExportCommand implements Callable<Integer> {
    /** The kinds of files. */
    enum Format {
        SAFETENSORS,
        CSV;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int INDICES = 4;

    @Parameters(paramLabel = "RUN", description = "The folder of the run.")
    private Path folder;

    @Option(names = "--format", required = true, paramLabel = "F", description = "${COMPLETION-CANDIDATES}.")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write; one that is there is replaced.")
    private Path output;

    @Override
    public Integer call() throws IOException, InputException {
        TrainedRun.requireFolder(folder);
        Path weights = TrainedRun.weightsFile(new RunFolder(folder));
        List<NamedTensor> tensors = Checkpoints.readWeights(weights);
        if (format == Format.SAFETENSORS) {
            Files.copy(weights, output, StandardCopyOption.REPLACE_EXISTING);
        } else {
            writeCsv(tensors);
        }
        long values =
                tensors.stream().mapToLong(tensor -> tensor.values().length).sum();
        System.out.printf(Locale.ROOT, "%s: %d tensors, %,d values%n", output, tensors.size(), values);
        return ExitCode.DONE;
    }

    private void writeCsv(List<NamedTensor> tensors) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            writer.write("tensor,i,j,k,l,value\r\n");
            for (NamedTensor tensor : tensors) {
                write(tensor, writer);
            }
        }
    }

    private static void write(NamedTensor tensor, BufferedWriter writer) throws IOException {
        List<Integer> shape = tensor.shape();
        int[] at = new int[shape.size()];
        for (float value : tensor.values()) {
            writer.write(tensor.name());
            for (int i = 0; i < INDICES; i++) {
                writer.write(i < at.length ? "," + at[i] : ",");
            }
            writer.write("," + value + "\r\n");
            for (int i = at.length - 1; i >= 0 && ++at[i] == shape.get(i); i--) {
                at[i] = 0;
            }
        }
    }
}
