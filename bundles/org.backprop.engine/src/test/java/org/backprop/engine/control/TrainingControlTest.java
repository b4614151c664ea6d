package org.backprop.engine.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.train.Outcome;
import org.backprop.model.Model;
import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.Command.Signal;
import org.backprop.runlog.control.PruneSelection;
import org.backprop.runlog.control.RunState;
import org.backprop.runlog.run.JournalEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingControlTest {

    private final List<RunState> states = new ArrayList<>();
    private Training training;
    private TrainingControl control;
    private Thread thread;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    private void prepare(String clipping, boolean validates) {
        Model model = Training.model("{adam: 0.01}", "cosine", clipping);
        training = new Training(new Nd4jKernels(1), model, validates);
        control = new TrainingControl(training);
        control.onState(state -> {
            synchronized (states) {
                states.add(state);
            }
        });
        training.trainer.setGate(control);
        thread = new Thread(() -> {
            Outcome ended = training.trainer.run();
            control.end(training.trainer);
            outcome.complete(ended);
        });
    }

    private void startPaused() throws Exception {
        prepare("{global_norm: 1}", true);
        CompletableFuture<Map<String, Object>> paused = control.submit(Signal.PAUSE);
        thread.start();
        done(paused);
    }

    @AfterEach
    void end() throws Exception {
        training.trainer.stop();
        control.wake();
        outcome.get(60, TimeUnit.SECONDS);
    }

    private static Map<String, Object> done(CompletableFuture<Map<String, Object>> answer) throws Exception {
        return answer.get(60, TimeUnit.SECONDS);
    }

    private static String refusal(CompletableFuture<Map<String, Object>> answer) {
        ExecutionException failed = assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
        return assertInstanceOf(RefusedException.class, failed.getCause()).getMessage();
    }

    @Test
    void aPausedTrainingMakesSingleStepsAndGoesOn() throws Exception {
        startPaused();
        assertEquals(0, training.trainer.step());
        assertEquals(Map.of("step", 1.0), done(control.submit(Signal.STEP)));
        assertEquals(Map.of("step", 2.0), done(control.submit(Signal.STEP)));
        assertTrue(refusal(control.submit(Signal.PAUSE)).contains("paused already"));
        done(control.submit(Signal.RESUME));
        assertEquals(Outcome.COMPLETED, outcome.get(60, TimeUnit.SECONDS));
        assertEquals(
                List.of("pause", "step", "step", "resume"),
                training.journal.stream().map(JournalEntry::command).toList());
        assertEquals(List.of(RunState.RUNNING, RunState.PAUSED, RunState.RUNNING, RunState.STOPPING), states);
        assertTrue(refusal(control.submit(Signal.PAUSE)).contains("has ended"));
    }

    @Test
    void aPausedTrainingStops() throws Exception {
        startPaused();
        done(control.submit(Signal.STOP));
        assertEquals(Outcome.STOPPED, outcome.get(60, TimeUnit.SECONDS));
        assertEquals("stop", training.journal.getLast().command());
        assertEquals(List.of(), training.losses);
    }

    @Test
    void aPausedTrainingUsesNoProcessorTime() throws Exception {
        startPaused();
        done(control.submit(Signal.STEP));
        long before = processorTime();
        for (int i = 0; i < 20; i++) {
            refusal(control.submit(Signal.PAUSE));
        }
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertTrue(processorTime() - before < 500_000_000, "only for the answers");
        assertEquals(1, training.losses.size());
    }

    private long processorTime() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }

    @Test
    void aChangeIsAnsweredWithTheOldValueAndJournalled() throws Exception {
        startPaused();
        done(control.submit(Signal.STEP));
        Map<String, Object> answer = done(control.submit(new Command.Set("network.layers.drop.rate", 0.5)));
        assertEquals(Map.of("step", 1.0, "old", 0.2, "new", 0.5), answer);
        JournalEntry entry = training.journal.getLast();
        assertEquals(1, entry.step());
        assertEquals("network.layers.drop.rate", entry.command());
        assertEquals("0.2", entry.oldValue().orElseThrow());
        assertEquals("0.5", entry.newValue().orElseThrow());
        assertFalse(entry.who().isBlank());
        int entries = training.journal.size();
        done(control.submit(new Command.Set("network.layers.drop.rate", 0.5)));
        assertEquals(entries, training.journal.size(), "nothing has changed");
    }

    @Test
    void aCheckpointAndAnEvaluationAreMadeWithinAStep() throws Exception {
        startPaused();
        done(control.submit(Signal.STEP));
        Map<String, Object> values = done(control.submit(Signal.EVALUATE));
        assertEquals(1.0, values.get("step"));
        assertTrue((double) values.get("loss/validation") > 0);
        assertTrue((double) values.get("accuracy/validation") <= 1);
        assertEquals(List.of(1L), training.validated);
        assertEquals(Map.of("step", 1.0), done(control.submit(Signal.CHECKPOINT)));
        assertEquals(1, training.checkpoints);
    }

    @Test
    void masksAreFrozenAndReleased() throws Exception {
        startPaused();
        done(control.submit(Signal.STEP));
        assertTrue(refusal(control.submit(Signal.UNFREEZE_DROPOUT)).contains("not frozen"));
        assertTrue(refusal(control.submit(new Command.FreezeDropout(7))).contains("must be 1 to 2"));
        done(control.submit(new Command.FreezeDropout(1)));
        assertEquals(1, training.trainer.frozenDropout().orElseThrow());
        assertEquals("1", training.journal.getLast().newValue().orElseThrow());
        done(control.submit(Signal.UNFREEZE_DROPOUT));
        assertTrue(training.trainer.frozenDropout().isEmpty());
    }

    @Test
    void weightsAreRemovedAndComeBack() throws Exception {
        startPaused();
        done(control.submit(Signal.STEP));
        PruneSelection half = PruneSelection.ofSparsity("magnitude", 0.5);
        Map<String, Object> expected = done(control.submit(new Command.WhatIf(half)));
        assertTrue((double) expected.get("samples") > 0);
        assertTrue(expected.containsKey("loss_before") && expected.containsKey("accuracy"), expected.toString());
        assertTrue(refusal(control.submit(Signal.UNDO_PRUNE)).contains("no pruning"));
        Map<String, Object> pruned = done(control.submit(new Command.Prune(half)));
        assertEquals(0.5, (double) pruned.get("sparsity"), 0.01);
        assertEquals(expected.get("sparsity/hidden"), pruned.get("sparsity/hidden"));
        assertEquals(0.0, done(control.submit(Signal.UNDO_PRUNE)).get("sparsity"));
        assertTrue(refusal(control.submit(new Command.Prune(PruneSelection.ofSparsity("magic", 0.5))))
                .contains("there is no criterion 'magic'"));
        assertTrue(
                refusal(control.submit(new Command.Prune(half.in("nowhere")))).contains("nowhere"));
        assertEquals(
                List.of("pause", "step", "prune", "undo_prune"),
                training.journal.stream().map(JournalEntry::command).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "training.clipping.max_norm, 1, does not clip",
        "training.optimizer.learning_rate, -1, must be greater than 0",
        "network.layers.nowhere.rate, 0.1, cannot be changed",
        "network.layers.drop.rate, 1, less than 1"
    })
    void whatCannotBeDoneIsRefusedWithAReasonAndTheTrainingGoesOn(String path, double value, String reason)
            throws Exception {
        prepare("", false);
        CompletableFuture<Map<String, Object>> set = control.submit(new Command.Set(path, value));
        CompletableFuture<Map<String, Object>> resume = control.submit(Signal.RESUME);
        CompletableFuture<Map<String, Object>> evaluate = control.submit(Signal.EVALUATE);
        thread.start();
        assertTrue(refusal(set).contains(reason));
        assertTrue(refusal(resume).contains("not paused"));
        assertTrue(refusal(evaluate).contains("no validation set"));
        assertEquals(List.of(), training.journal);
        assertEquals(Outcome.COMPLETED, outcome.get(60, TimeUnit.SECONDS));
        assertEquals(20 * Training.STEPS_PER_EPOCH, training.losses.size());
    }

    @Test
    void aTrainingThatWasPausedGivesTheSameNumbers() throws Exception {
        startPaused();
        for (int i = 0; i < 3; i++) {
            done(control.submit(Signal.STEP));
            done(control.submit(Signal.EVALUATE));
        }
        done(control.submit(Signal.RESUME));
        outcome.get(60, TimeUnit.SECONDS);
        Training plain =
                new Training(new Nd4jKernels(1), Training.model("{adam: 0.01}", "cosine", "{global_norm: 1}"), true);
        plain.trainer.run();
        assertEquals(plain.losses, training.losses);
    }
}
