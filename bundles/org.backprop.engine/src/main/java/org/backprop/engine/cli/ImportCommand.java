package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.backprop.exchange.ImportedNetwork;
import org.backprop.exchange.NetworkImport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backprop import FILE}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a network of ONNX or Keras as a model file with weights, from which a training can start,",
            "and a report of what was carried over, changed or left out."
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "A network: .onnx, .keras, or .h5 with the whole model (not only its weights).")
    private Path file;

    @Option(
            names = {"-o", "--output", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "The folder to write to; made if need be. Files that are there are not replaced.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        ImportedNetwork network = NetworkImport.read(file);
        ImportedNetwork.Written files = network.write(output);
        network.report().lines().forEach(System.out::println);
        for (Path written : List.of(files.model(), files.weights(), files.report())) {
            System.out.println("Wrote " + written);
        }
        System.out.println("Name your data in the model file, then train it.");
        return ExitCode.DONE;
    }
}
