package org.backprop.engine.run;

import java.nio.file.Path;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FeatureScale;
import org.backprop.engine.data.csv.CsvHeader;
import org.backprop.engine.evaluation.PictureHabits;
import org.backprop.runlog.run.Signature;

/** What the data of a training tells of the samples that its network takes. */
final class Signatures {
    private static final PictureHabits NO_PICTURES = new PictureHabits(0, 0);

    private Signatures() {}

    /**
     * Describes the samples of a training.
     *
     * @param base where the data paths of its model start
     * @throws DataException if the header of a table cannot be read
     */
    static Signature of(TrainingTask task, Path base) throws DataException {
        Dataset training = task.splits().train();
        FeatureScale scale = task.splits().scale();
        PictureHabits habits = training.shape().rank() > 1 ? PictureHabits.of(training, scale) : NO_PICTURES;
        return new Signature(
                training.shape().dims(),
                CsvHeader.features(task.model().data(), base),
                training.classes(),
                scale.offset(),
                scale.scale(),
                example(training, scale),
                finite(habits.background()),
                finite(habits.extent()));
    }

    /** The first sample. */
    private static float[] example(Dataset training, FeatureScale scale) {
        float[] values = new float[training.width()];
        training.rows().read(0, values, 0);
        scale.undo(values, 0, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) finite(values[i]);
        }
        return values;
    }

    /** A number that JSON can hold: 0 for what is not finite, as data in files may be. */
    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
