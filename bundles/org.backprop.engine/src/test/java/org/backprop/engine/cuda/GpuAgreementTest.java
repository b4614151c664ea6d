package org.backprop.engine.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.data.Progress;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.junit.jupiter.api.Test;

/** A training on the GPU follows the same curve as on the processor. Run with the jars of nd4j-cuda on the class path. */
class GpuAgreementTest {
    private static final int STEPS = 50;
    private static final double TOLERANCE = 1e-3;

    private static final String MODEL = """
            backprop: 1
            data: {digits: {samples: 13000, seed: 5}, split: {train: 12800, validation: 200}}
            network: {layers: [flatten, {dense: {units: 512, activation: relu}}, {dense: 10}]}
            training: {loss: cross_entropy, optimizer: adam, batch_size: 256, epochs: 1, seed: 3}
            """;

    @Test
    void fiftyStepsOnTheGpuGiveTheLossesOfTheProcessor() throws Exception {
        String missing = "";
        try {
            Cuda.require();
        } catch (CudaException e) {
            missing = e.getMessage();
        }
        assumeTrue(missing.isEmpty(), "not run, because there is no GPU to compute on: " + missing);
        List<Double> expected = losses(Backends.NATIVE);
        List<Double> actual = losses(Backends.CUDA);
        assertEquals(STEPS, actual.size());
        for (int i = 0; i < STEPS; i++) {
            assertEquals(expected.get(i), actual.get(i), TOLERANCE * Math.max(1, expected.get(i)), "step " + i);
        }
    }

    private static List<Double> losses(String backend) throws Exception {
        Model model = ModelReader.read("gpu.nn.yaml", MODEL).model().orElseThrow();
        Kernels kernels = Backends.open(backend, KernelsChoice.NATIVE, 2, warning -> {});
        Trainer trainer =
                TrainingTask.prepare(model, Path.of(""), kernels, Progress.NONE).trainer();
        List<Double> losses = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                losses.add(step.loss());
            }
        });
        trainer.run();
        return losses;
    }
}
