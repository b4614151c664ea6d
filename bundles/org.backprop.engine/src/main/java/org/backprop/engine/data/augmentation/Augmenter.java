package org.backprop.engine.data.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FeatureScale;
import org.backprop.engine.data.Splits;
import org.backprop.engine.random.Streams;
import org.backprop.model.AugmentationSpec;
import org.backprop.model.BrightnessAugmentation;
import org.backprop.model.ContrastAugmentation;
import org.backprop.model.CropAugmentation;
import org.backprop.model.CutmixAugmentation;
import org.backprop.model.CutoutAugmentation;
import org.backprop.model.FlipAugmentation;
import org.backprop.model.MixupAugmentation;
import org.backprop.model.NoiseAugmentation;
import org.backprop.model.RotateAugmentation;
import org.backprop.model.ShearAugmentation;
import org.backprop.model.ShiftAugmentation;
import org.backprop.model.ZoomAugmentation;

/**
 * Makes random variants of training samples: each a function of the seed, the epoch and the sample's number. Several
 * threads may use it at once, each with its own {@link Work}.
 */
public final class Augmenter {

    private final Dataset training;
    private final Frame frame;
    private final long seed;
    private final List<Change> changes = new ArrayList<>();
    private int mixes;

    private Augmenter(Dataset training, FeatureScale scale, long seed) {
        this.training = training;
        this.seed = seed;
        frame = Frame.of(training.shape(), scale);
    }

    /**
     * The augmenter of a training set; empty if there is nothing to change, and nothing to read ahead.
     *
     * @param seed seed of the training
     */
    public static Optional<Augmenter> of(List<AugmentationSpec> specs, Splits splits, long seed) {
        if (specs.isEmpty() && splits.train().inMemory()) {
            return Optional.empty();
        }
        Augmenter augmenter = new Augmenter(splits.train(), splits.scale(), seed);
        specs.forEach(augmenter::add);
        return Optional.of(augmenter);
    }

    private void add(AugmentationSpec spec) {
        switch (spec) {
            case FlipAugmentation flip -> changes.add(new Flip(flip));
            case RotateAugmentation rotate -> add(AffineStep.of(rotate));
            case ShiftAugmentation shift -> add(AffineStep.of(shift));
            case ZoomAugmentation zoom -> add(AffineStep.of(zoom));
            case ShearAugmentation shear -> add(AffineStep.of(shear));
            case CropAugmentation crop -> changes.add(new Crop(crop));
            case BrightnessAugmentation brightness -> changes.add(new Brightness(brightness));
            case ContrastAugmentation contrast -> changes.add(new Contrast(contrast));
            case NoiseAugmentation noise -> changes.add(new Noise(noise));
            case CutoutAugmentation cutout -> changes.add(new Cutout(cutout));
            case MixupAugmentation mixup -> changes.add(new Mixup(mixup, partners()));
            case CutmixAugmentation cutmix -> changes.add(new Cutmix(cutmix, partners()));
        }
    }

    /** Neighbouring steps share a resampling. */
    private void add(AffineStep step) {
        List<AffineStep> steps = new ArrayList<>();
        if (!changes.isEmpty() && changes.getLast() instanceof Warp warp) {
            steps.addAll(warp.steps());
            changes.removeLast();
        }
        steps.add(step);
        changes.add(new Warp(List.copyOf(steps)));
    }

    private Partners partners() {
        mixes++;
        int before = changes.size();
        return new Partners() {
            @Override
            public void draw(Specimen specimen, Work work) {
                vary(work.draws().below(training.count()), before, specimen, work);
            }

            @Override
            public void mixTargets(Specimen specimen, Specimen other, float lambda, Work work) {
                if (training.labels() == null) {
                    specimen.target(lambda * specimen.target() + (1 - lambda) * other.target());
                } else if (!work.draws().chance(lambda)) {
                    specimen.target(other.target());
                }
            }
        };
    }

    /** What a thread needs to call {@link #draw}. */
    public Work work() {
        return new Work(frame, mixes + 1);
    }

    /**
     * Writes the variant of a sample in an epoch, counted from 0, to {@code features[at..]}.
     *
     * @return its target: its class, or the number to predict
     */
    public float draw(int epoch, int sample, Work work, float[] features, int at) {
        work.draws().restart(seed, Streams.augmentation(epoch, sample));
        Specimen specimen = work.take();
        vary(sample, changes.size(), specimen, work);
        System.arraycopy(specimen.values(), 0, features, at, frame.width());
        work.release();
        return specimen.target();
    }

    /** Makes a specimen the sample with the first {@code count} changes. */
    private void vary(int sample, int count, Specimen specimen, Work work) {
        float target = training.labels() == null ? training.targets()[sample] : training.labels()[sample];
        training.rows().read(sample, specimen.values(), 0);
        specimen.target(target);
        for (int i = 0; i < count; i++) {
            changes.get(i).apply(specimen, work);
        }
    }
}
