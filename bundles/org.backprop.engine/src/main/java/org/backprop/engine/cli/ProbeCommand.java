package org.backprop.engine.cli;

import java.util.concurrent.Callable;

import org.backprop.engine.cuda.Cuda;
import org.backprop.engine.cuda.CudaDevice;
import org.backprop.engine.cuda.CudaException;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.run.Versions;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backprop probe}. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = "Prints the backends that can run here: device, memory, libraries, threads.")
final class ProbeCommand implements Callable<Integer> {
    private static final int MEBI_SHIFT = 20;

    @Option(names = "--json", description = "Print one JSON object, for tools.")
    private boolean json;

    @Override
    public Integer call() {
        JsonObject result = new JsonObject();
        JsonObject versions = new JsonObject();
        Versions.all().forEach(versions::addProperty);
        result.add("versions", versions);
        result.addProperty("processors", Runtime.getRuntime().availableProcessors());
        result.addProperty("heap_mib", Runtime.getRuntime().maxMemory() >> MEBI_SHIFT);
        JsonArray backends = new JsonArray();
        Backends.names().stream().map(ProbeCommand::probe).forEach(backends::add);
        result.add("backends", backends);
        if (json) {
            System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(result));
        } else {
            print(result);
        }
        return ExitCode.DONE;
    }

    private static JsonObject probe(String name) {
        JsonObject backend = new JsonObject();
        backend.addProperty("name", name);
        try {
            if (name.equals(Backends.CUDA)) {
                describeGpus(backend);
                backend.addProperty("device", Cuda.require().describe());
            } else {
                Kernels kernels =
                        Backends.open(name, KernelsChoice.NATIVE, warning -> backend.addProperty("warning", warning));
                backend.addProperty("kernels", kernels.name());
                backend.addProperty("device", kernels.device());
                backend.addProperty("threads", kernels.threads());
            }
            backend.addProperty("available", true);
        } catch (BackendException | CudaException e) {
            backend.addProperty("available", false);
            backend.addProperty("reason", e.getMessage());
        }
        return backend;
    }

    /** Without loading ND4J, so that it works where the library cannot. */
    private static void describeGpus(JsonObject backend) {
        backend.addProperty("library", Cuda.LIBRARY);
        backend.addProperty("installed", Cuda.isInstalled());
        JsonArray gpus = new JsonArray();
        try {
            Cuda.devices().stream().map(ProbeCommand::gpu).forEach(gpus::add);
        } catch (CudaException none) {
            // the reason says so
        }
        backend.add("gpus", gpus);
    }

    private static JsonObject gpu(CudaDevice device) {
        JsonObject gpu = new JsonObject();
        gpu.addProperty("name", device.name());
        gpu.addProperty("memory_mib", device.mebibytes());
        gpu.addProperty("driver", device.driver());
        device.capability().ifPresent(own -> gpu.addProperty("compute_capability", own.toString()));
        return gpu;
    }

    private static void print(JsonObject result) {
        result.getAsJsonObject("versions")
                .entrySet()
                .forEach(entry -> System.out.println(
                        entry.getKey() + " " + entry.getValue().getAsString()));
        System.out.println(result.get("processors") + " processors, " + result.get("heap_mib") + " MiB of Java heap");
        result.getAsJsonArray("backends").forEach(element -> {
            JsonObject backend = element.getAsJsonObject();
            System.out.println(backend.get("name").getAsString() + ": "
                    + (backend.get("available").getAsBoolean()
                            ? backend.get("device").getAsString()
                            : "not available: " + backend.get("reason").getAsString()));
            if (backend.has("gpus")) {
                backend.getAsJsonArray("gpus").forEach(gpu -> System.out.println("  GPU " + gpu));
            }
        });
    }
}
