package org.backprop.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.CRC32C;

import org.backprop.model.data.WeightsHeader;
import org.backprop.runlog.diagnosis.Diagnosis;
import org.backprop.runlog.evaluation.EvaluatedSet;
import org.backprop.runlog.evaluation.EvaluationFile;
import org.backprop.runlog.evaluation.EvaluationRecord;
import org.backprop.runlog.evaluation.SampleInputs;
import org.backprop.runlog.events.EventWriter;
import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.Journal;
import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunNotes;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.TrainerProcess;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.tensor.Tensor;

/** What lies in a run folder. */
final class RunTargets {

    private static final int FRAME_HEADER = 12;
    private static final int FRAME_FOOTER = 4;
    private static final int CRC_MASK = 0xa282ead8;
    private static final List<Class<? extends Exception>> IO = List.of(IOException.class);

    private RunTargets() {}

    static List<Target> all() {
        byte[] events = Targets.bytes(RunTargets::writeEvents);
        return List.of(
                new Target("event file", List.of(events), List.of(), RunTargets::readEvents),
                new Target("event", records(events), List.of(), (input, folder) -> readEvents(framed(input), folder))
                        .minor(),
                new Target(
                        "safetensors", List.of(Targets.bytes(RunTargets::writeTensors)), IO, RunTargets::readTensors),
                new Target("run.json", List.of(Targets.bytes(RunTargets::writeInfo)), List.of(), RunTargets::readInfo)
                        .minor(),
                new Target(
                                "journal",
                                List.of(Targets.bytes(RunTargets::writeJournal)),
                                List.of(),
                                RunTargets::readJournal)
                        .minor(),
                new Target("notes", List.of(Targets.bytes(RunTargets::writeNotes)), IO, RunTargets::readNotes).minor(),
                new Target(
                                "evaluation",
                                List.of(Targets.bytes(RunTargets::writeEvaluation)),
                                IO,
                                RunTargets::readEvaluation)
                        .minor());
    }

    private static Path writeEvents(Path folder) throws IOException {
        try (EventWriter writer = EventWriter.create(folder)) {
            writer.scalar("loss/train", 1, 0.5f);
            writer.scalar("loss/train", 2, Float.NaN);
            writer.histogram("weights/hidden", 2, Histogram.of(new float[] {-1, 0, 1, 3}, 0, 4, 4));
            writer.tensor("mask/hidden", 2, Tensor.bytes(new byte[] {1, 0, 1, 1, 0, 0}, 2, 3));
            writer.tensor("confusion_matrix/validation", 2, Tensor.longs(new long[] {3, 1, 0, 4}, 2, 2));
            writer.sessionStart(2);
            writer.scalar("loss/train", 2, 0.25f);
            return writer.file();
        }
    }

    /** The records of an event file, without their frames. */
    private static List<byte[]> records(byte[] events) {
        List<byte[]> records = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(events).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < events.length; ) {
            int length = (int) bytes.getLong(at);
            records.add(Arrays.copyOfRange(events, at + FRAME_HEADER, at + FRAME_HEADER + length));
            at += FRAME_HEADER + length + FRAME_FOOTER;
        }
        return records;
    }

    /** A record in a frame that is right, so that the checksums keep no fault away from the decoder. */
    private static byte[] framed(byte[] record) {
        ByteBuffer bytes =
                ByteBuffer.allocate(FRAME_HEADER + record.length + FRAME_FOOTER).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(record.length)
                .putInt(crc(bytes.array(), Long.BYTES))
                .put(record)
                .putInt(crc(record, record.length));
        return bytes.array();
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + CRC_MASK;
    }

    private static boolean readEvents(byte[] input, Path folder) throws IOException {
        return open(Targets.write(folder, "events/events.out.tfevents.1.host.1.0", input))
                .problems()
                .isEmpty();
    }

    /** Opens a run with everything that the views make of it. */
    private static RunSnapshot open(Path file) {
        RunSnapshot run = RunReader.read(file.getParent());
        Diagnosis.of(run);
        run.isPaused();
        return run;
    }

    private static Path writeTensors(Path folder) throws IOException {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("hidden.weight", Tensor.floats(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
        tensors.put("hidden.bias", Tensor.floats(new float[] {1, 2}, 2));
        tensors.put("mask", Tensor.bytes(new byte[] {1, 0}, 2));
        Path file = folder.resolve("file.safetensors");
        Safetensors.write(file, tensors, Map.of("step", "12"));
        return file;
    }

    private static boolean readTensors(byte[] input, Path folder) throws IOException {
        Path file = Targets.write(folder, "tensors/file.safetensors", input);
        Safetensors.read(file);
        WeightsHeader.read(file).names();
        return true;
    }

    private static Path writeInfo(Path folder) throws IOException {
        Path file = folder.resolve("run.json");
        new RunInfo(
                        "xor",
                        ModelSource.of("xor.nn.yaml", "backprop: 1\n"),
                        Map.of("training", Map.of("epochs", 10L, "rate", 0.001), "layers", List.of("flatten", 1.5)),
                        42,
                        new Environment(Map.of("java", "25"), "native", "cpu", 2, List.of("train", "xor.nn.yaml")),
                        new TrainerProcess(17, Instant.EPOCH, "host"),
                        new Plan(10, 938, 109_386),
                        Instant.EPOCH,
                        Optional.of(Instant.EPOCH),
                        Outcome.FAILED,
                        Optional.of("message"))
                .write(file);
        return file;
    }

    private static boolean readInfo(byte[] input, Path folder) throws IOException {
        RunSnapshot run = open(Targets.write(folder, "info/run.json", input));
        if (run.info().isEmpty() == run.problems().isEmpty()) {
            throw new AssertionError("neither content nor a problem, or both");
        }
        return run.info().isPresent();
    }

    private static Path writeJournal(Path folder) throws IOException {
        Path file = folder.resolve("journal.jsonl");
        Journal.append(file, JournalEntry.now("me", 1, "pause"));
        Journal.append(
                file,
                new JournalEntry(Instant.EPOCH, "me", 5, "learning_rate", Optional.of("0.1"), Optional.of("0.01")));
        return file;
    }

    private static boolean readJournal(byte[] input, Path folder) throws IOException {
        return open(Targets.write(folder, "journal/journal.jsonl", input))
                .problems()
                .isEmpty();
    }

    private static Path writeNotes(Path folder) throws IOException {
        Path file = folder.resolve("notes.json");
        new RunNotes(Optional.of("best"), List.of("baseline", "paper"), "text\n", true).write(file);
        return file;
    }

    private static boolean readNotes(byte[] input, Path folder) throws IOException {
        RunNotes.read(Targets.write(folder, "notes/notes.json", input));
        return true;
    }

    private static Path writeEvaluation(Path folder) throws IOException {
        Path file = folder.resolve("evaluation.safetensors");
        EvaluationFile.write(
                file,
                new EvaluationRecord(
                        new EvaluatedSet("test", "best", 12, 2, 2, true, List.of("a", "b")),
                        new float[] {0.75f, 0.25f, 0.5f, 0.5f},
                        new int[] {0, 1},
                        new int[] {0, 0},
                        new float[0],
                        new float[] {0.1f, 0.7f},
                        new int[] {0, 1},
                        SampleInputs.NONE));
        return file;
    }

    private static boolean readEvaluation(byte[] input, Path folder) throws IOException {
        EvaluationFile.read(Targets.write(folder, "evaluation/evaluation.safetensors", input));
        return true;
    }
}
