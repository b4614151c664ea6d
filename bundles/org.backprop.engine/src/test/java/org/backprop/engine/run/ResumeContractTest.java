package org.backprop.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.train.Trainer;
import org.backprop.runlog.run.RunFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for whatever a model file may say: a training that dies after a checkpoint goes on from there as if nothing had
 * happened, bit for bit. The members come from the catalogue, with random parameters; none is named here.
 */
class ResumeContractTest {

    @TempDir
    Path folder;

    static Stream<ResumedMember> members() {
        return ResumedMember.all();
    }

    /** What the death of a process is to a test. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("members")
    void aTrainingThatDiesGoesOnFromItsCheckpointBitForBit(ResumedMember member) throws IOException {
        Trainer whole = member.trainer();
        whole.run();
        assertTrue(whole.step() > 1, "steps: " + whole.step());

        long saved = 1 + new Random(member.toString().hashCode()).nextLong(whole.step() - 1);
        Checkpoints checkpoints = new Checkpoints(new RunFolder(folder));
        Trainer dying = member.trainer();
        long death = Math.min(saved + saved % 3, whole.step() - 1);
        dying.setGate(trainer -> passUntilDead(trainer, saved, death, checkpoints));
        assertThrows(Killed.class, dying::run);

        Trainer second = member.trainer();
        second.restore(checkpoints.load());
        assertEquals(saved, second.step());
        second.run();

        assertEquals(whole.step(), second.step());
        assertEquals(whole.stopReason(), second.stopReason());
        assertSameBits(whole.state().parameters(), second.state().parameters());
        assertSameBits(whole.state().optimizer(), second.state().optimizer());
        assertEquals(withoutTime(whole.numbers()), withoutTime(second.numbers()));
    }

    /** Saves after one step and dies after another, or the same. */
    private static boolean passUntilDead(Trainer trainer, long saved, long death, Checkpoints checkpoints) {
        if (trainer.step() == saved) {
            try {
                checkpoints.save(trainer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (trainer.step() == death) {
            throw new Killed();
        }
        return true;
    }

    private static Map<String, Double> withoutTime(Map<String, Double> numbers) {
        Map<String, Double> rest = new HashMap<>(numbers);
        rest.keySet().removeIf(name -> name.endsWith(".seconds"));
        return rest;
    }

    private static void assertSameBits(List<NamedTensor> expected, List<NamedTensor> actual) {
        assertEquals(names(expected), names(actual));
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(
                    bits(expected.get(i)), bits(actual.get(i)), names(expected).get(i));
        }
    }

    private static List<String> names(List<NamedTensor> tensors) {
        return tensors.stream().map(NamedTensor::name).toList();
    }

    private static int[] bits(NamedTensor tensor) {
        int[] bits = new int[tensor.values().length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(tensor.values()[i]);
        }
        return bits;
    }
}
