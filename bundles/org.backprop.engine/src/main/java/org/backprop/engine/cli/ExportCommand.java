package org.backprop.engine.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import org.backprop.engine.data.DataException;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.run.CheckpointChoice;
import org.backprop.engine.run.TrainedRun;
import org.backprop.exchange.TrainedNetwork;
import org.backprop.exchange.onnx.OnnxExport;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.tensor.Tensor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backprop export RUN}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the network of a run to a file: ONNX (operator set 17), for inference engines;",
            "or its weights alone: safetensors, named and shaped as in a PyTorch state dict,",
            "or CSV with a line for each number: tensor, its indices (four columns, empty where it has fewer), value."
        })
final class ExportCommand implements Callable<Integer> {
    /** The kinds of files. */
    enum Format {
        ONNX,
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
            names = {"-o", "--output", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write; one that is there is replaced.")
    private Path output;

    @Option(
            names = "--checkpoint",
            paramLabel = "WHICH",
            description = "best, last or a safetensors file of weights. Default: ${DEFAULT-VALUE}.")
    private String checkpoint = CheckpointChoice.BEST;

    @Override
    public Integer call() throws IOException, DataException, InputException {
        TrainedRun.requireFolder(folder);
        RunFolder run = new RunFolder(folder);
        CheckpointChoice choice = CheckpointChoice.of(run, checkpoint);
        List<NamedTensor> tensors = choice.read(run);
        switch (format) {
            case ONNX -> OnnxExport.write(TrainedNetwork.read(folder, choice.file()), output);
            case SAFETENSORS -> writeSafetensors(tensors);
            case CSV -> writeCsv(tensors);
        }
        long values =
                tensors.stream().mapToLong(tensor -> tensor.values().length).sum();
        System.out.printf(Locale.ROOT, "%s: %d tensors, %,d values%n", output, tensors.size(), values);
        return ExitCode.DONE;
    }

    private void writeSafetensors(List<NamedTensor> tensors) throws IOException {
        SequencedMap<String, Tensor> contents = new LinkedHashMap<>();
        tensors.forEach(tensor -> contents.put(
                tensor.name(),
                Tensor.floats(
                        tensor.values(),
                        tensor.shape().stream().mapToLong(Integer::longValue).toArray())));
        Safetensors.write(output, contents, Map.of("format", "pt"));
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
