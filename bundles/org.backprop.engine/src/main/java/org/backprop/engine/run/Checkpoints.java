package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.train.EpochProgress;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainerState;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.safetensors.TensorFile;
import org.backprop.runlog.tensor.Tensor;
import org.backprop.runlog.tensor.TensorContent;

/**
 * The {@code checkpoints} folder of a run. Two safetensors files, each replaced atomically:
 *
 * <ul>
 *   <li>{@code weights.safetensors}: the result so far (the best epoch's parameters and statistics, an average, or those
 *       of the last step), named and shaped as in a PyTorch state dict, for others to read;
 *   <li>{@code state.safetensors}: parameters and statistics of the last step, optimizer state ({@code <slot>/<parameter>}) and, as metadata, the position
 *       in the data and the numbers of schedule and stopping rules; it alone is enough to go on bit for bit, so the two files need not agree after a crash.
 * </ul>
 */
public final class Checkpoints {
    /** The format of the state that this version writes, and the newest that it reads. A file that names none has the first. */
    private static final int FORMAT = 1;

    private static final String FORMAT_KEY = "backprop";
    private static final String STEP = "step";
    private static final String SAMPLES = "epoch_samples";
    private static final String LOSS_SUM = "epoch_loss_sum";
    private static final String CORRECT = "epoch_correct";
    private static final String BATCH_COUNTER = ".num_batches_tracked";
    private static final String NUMBER = "number.";
    private static final String NETWORK_TENSORS = "network_tensors";

    private final Path folder;

    /** The checkpoints of {@code run}; the folder need not exist yet. */
    public Checkpoints(RunFolder run) {
        folder = run.checkpoints();
    }

    /** The parameters and statistics alone. */
    public Path weightsFile() {
        return folder.resolve("weights.safetensors");
    }

    /** Everything that a resumed training needs. */
    public Path stateFile() {
        return folder.resolve("state.safetensors");
    }

    /**
     * Writes both files, from between two steps. Takes no memory to speak of, however large the network.
     *
     * @throws IOException if they cannot be written, or the folder of the run is gone; the files that were there are left
     */
    public void save(Trainer trainer) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        ModelExport.writeWeights(trainer.result(), weightsFile());
        SequencedMap<String, TensorContent> tensors = new LinkedHashMap<>();
        trainer.network().tensors().forEach(tensor -> tensors.put(tensor.name(), new FloatContent(tensor)));
        trainer.optimizerTensors().forEach(tensor -> tensors.put(tensor.name(), new FloatContent(tensor)));
        Safetensors.write(stateFile(), tensors, metadata(trainer));
    }

    private static Map<String, String> metadata(Trainer trainer) {
        EpochProgress progress = trainer.epochProgress();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT_KEY, Integer.toString(FORMAT));
        metadata.put(
                NETWORK_TENSORS, Integer.toString(trainer.network().tensors().size()));
        metadata.put(STEP, Long.toString(trainer.step()));
        metadata.put(SAMPLES, Integer.toString(progress.samples()));
        metadata.put(LOSS_SUM, Double.toString(progress.lossSum()));
        metadata.put(CORRECT, Integer.toString(progress.correct()));
        trainer.numbers().forEach((name, value) -> metadata.put(NUMBER + name, value.toString()));
        return metadata;
    }

    /** Reads the state; the exception names the file and what is wrong with it. */
    public TrainerState load() throws IOException {
        TensorFile file = Safetensors.read(stateFile());
        List<NamedTensor> parameters = new ArrayList<>();
        List<NamedTensor> optimizer = new ArrayList<>();
        Map<String, String> metadata = file.metadata();
        try {
            checkFormat(Integer.parseInt(metadata.getOrDefault(FORMAT_KEY, "1")));
            int count = Integer.parseInt(metadata.get(NETWORK_TENSORS));
            for (NamedTensor tensor : tensors(stateFile(), file)) {
                (parameters.size() < count ? parameters : optimizer).add(tensor);
            }
            EpochProgress progress = new EpochProgress(
                    Integer.parseInt(metadata.get(SAMPLES)),
                    Double.parseDouble(metadata.get(LOSS_SUM)),
                    Integer.parseInt(metadata.get(CORRECT)));
            return new TrainerState(
                    Long.parseLong(metadata.get(STEP)), progress, parameters, optimizer, numbers(metadata));
        } catch (NumberFormatException | NullPointerException e) {
            throw new IOException(stateFile() + ": the metadata does not say where the training stood", e);
        }
    }

    private void checkFormat(int format) throws IOException {
        if (format > FORMAT) {
            throw new IOException("%s: format %d of checkpoints is newer than this version of Backprop reads; update it"
                    .formatted(stateFile(), format));
        }
    }

    private static Map<String, Double> numbers(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(NUMBER))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(NUMBER.length()),
                        entry -> Double.parseDouble(entry.getValue())));
    }

    /**
     * Reads the tensors of any safetensors file of float32 values, such as initial weights. The counters {@code
     * num_batches_tracked} of PyTorch's batch normalization are left out.
     */
    public static List<NamedTensor> readWeights(Path file) throws IOException {
        return tensors(file, Safetensors.read(file));
    }

    private static List<NamedTensor> tensors(Path path, TensorFile file) throws IOException {
        List<NamedTensor> tensors = new ArrayList<>();
        for (Map.Entry<String, Tensor> entry : file.tensors().entrySet()) {
            if (entry.getKey().endsWith(BATCH_COUNTER)) {
                continue;
            }
            try {
                List<Integer> shape =
                        entry.getValue().shape().stream().map(Math::toIntExact).toList();
                tensors.add(
                        new NamedTensor(entry.getKey(), shape, entry.getValue().toFloats()));
            } catch (IllegalStateException e) {
                throw new IOException(
                        path + ": tensor " + entry.getKey() + " has type "
                                + entry.getValue().dtype() + ", need F32",
                        e);
            }
        }
        return tensors;
    }
}
