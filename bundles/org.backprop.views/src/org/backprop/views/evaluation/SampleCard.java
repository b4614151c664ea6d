package org.backprop.views.evaluation;

import java.util.List;
import java.util.Optional;

import org.backprop.runlog.evaluation.EvaluationRecord;
import org.backprop.runlog.evaluation.SampleInputs;
import org.backprop.views.images.PictureData;
import org.eclipse.swt.graphics.ImageData;

/**
 * An evaluated sample in a list.
 *
 * @param number of the sample in its set, counted from 0
 * @param truth its class, or the number to predict
 * @param predicted the class that it is taken for, or the predicted number
 * @param score how strongly, in percent where outputs are probabilities; empty for a regression
 * @param loss its loss
 * @param picture what it looks like, if it is a picture that was kept
 * @param values its features in words, if they were kept and are no picture
 */
record SampleCard(
        int number,
        String truth,
        String predicted,
        String score,
        float loss,
        Optional<ImageData> picture,
        String values) {

    static SampleCard of(EvaluationRecord record, int row) {
        SampleInputs inputs = record.inputs();
        Optional<float[]> input = inputs.of(row);
        boolean pictures = inputs.arePictures();
        boolean classes = record.set().classifies();
        return new SampleCard(
                record.samples()[row],
                classes ? record.set().classes().get(record.labels()[row]) : numbers(record, record.targets(), row),
                classes ? record.set().classes().get(record.predicted()[row]) : numbers(record, record.outputs(), row),
                classes ? score(record, row) : "",
                record.losses()[row],
                pictures ? input.map(values -> PictureData.of(inputs.shape(), values)) : Optional.empty(),
                pictures
                        ? ""
                        : input.map(values -> words(inputs.columns(), values)).orElse(""));
    }

    private static String score(EvaluationRecord record, int row) {
        float score = record.score(row, record.predicted()[row]);
        return record.set().probabilities() ? Numbers.percent(score) : Numbers.of(score);
    }

    private static String numbers(EvaluationRecord record, float[] values, int row) {
        int outputs = record.set().outputs();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < outputs; i++) {
            text.append(i == 0 ? "" : ", ").append(Numbers.of(values[row * outputs + i]));
        }
        return text.toString();
    }

    private static String words(List<String> columns, float[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ");
            text.append(columns.isEmpty() ? "" : columns.get(i) + " ").append(Numbers.of(values[i]));
        }
        return text.toString();
    }
}
