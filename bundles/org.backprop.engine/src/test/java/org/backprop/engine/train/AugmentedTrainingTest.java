package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.DataLoader;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Splits;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.Adam;
import org.backprop.model.AugmentationSpec;
import org.backprop.model.CropAugmentation;
import org.backprop.model.DataSection;
import org.backprop.model.DigitsData;
import org.backprop.model.FlattenLayer;
import org.backprop.model.MixupAugmentation;
import org.backprop.model.NllLoss;
import org.backprop.model.Normalization;
import org.backprop.model.RotateAugmentation;
import org.backprop.model.Split;
import org.backprop.model.TrainingSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class AugmentedTrainingTest {

    private static final List<AugmentationSpec> CHANGES =
            List.of(new RotateAugmentation(20), new CropAugmentation(2), new MixupAugmentation(0.4, 0.5));

    @Parameter
    Implementation implementation;

    private static Splits splits() throws DataException {
        DataSection section = new DataSection(
                new DigitsData(200, 1), new Split(150, 50, 0, 1, false), Normalization.STANDARDIZE, CHANGES);
        return DataLoader.load(section, null, true, Progress.NONE);
    }

    private Trainer trainer(List<AugmentationSpec> changes) throws DataException {
        TrainingSection settings = Models.training(new NllLoss(), new Adam(0.01, 0.9, 0.999, 1e-8, 0), 32, 4, 1);
        Models layers = new Models()
                .add("flat", new FlattenLayer())
                .add("hidden", Models.dense(16, Activation.RELU))
                .add("out", Models.dense(10, Activation.LOG_SOFTMAX));
        Splits splits = splits();
        Network network = Network.compile(layers.build(settings), splits.train().shape(), implementation.open(), 32);
        return new Trainer(
                network,
                settings,
                splits.train(),
                Optional.of(splits.validation()),
                Augmenter.of(changes, splits, settings.seed()));
    }

    private static List<Double> run(Trainer trainer, long stopAt) {
        List<Double> losses = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                losses.add(step.loss());
                if (step.step() == stopAt) {
                    trainer.stop();
                }
            }
        });
        trainer.run();
        return losses;
    }

    @Test
    void aRunThatResumesContinuesBitForBit() throws DataException {
        List<Double> whole = run(trainer(CHANGES), Long.MAX_VALUE);
        assertEquals(whole, run(trainer(CHANGES), Long.MAX_VALUE));
        Trainer first = trainer(CHANGES);
        List<Double> parts = new ArrayList<>(run(first, 7));
        Trainer second = trainer(CHANGES);
        second.restore(first.state());
        parts.addAll(run(second, Long.MAX_VALUE));
        assertEquals(whole, parts);
    }

    @Test
    void theSamplesThatAreTrainedAreTheChangedOnes() throws DataException {
        assertFalse(run(trainer(CHANGES), 1).equals(run(trainer(List.of()), 1)));
    }
}
