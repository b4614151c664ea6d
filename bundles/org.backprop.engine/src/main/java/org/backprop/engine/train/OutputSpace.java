package org.backprop.engine.train;

import org.backprop.model.BceLoss;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.HingeLoss;
import org.backprop.model.HuberLoss;
import org.backprop.model.KlDivLoss;
import org.backprop.model.LossSpec;
import org.backprop.model.MaeLoss;
import org.backprop.model.MseLoss;
import org.backprop.model.NllLoss;
import org.backprop.model.PoissonLoss;

/** What the outputs of a network are, so that the predictions of several can be averaged: probabilities where there are. */
enum OutputSpace {
    /** Averaged as they are. */
    VALUES,
    /** Logarithms of probabilities. */
    LOG_PROBABILITIES,
    /** Logits of the classes of a sample. */
    LOGITS,
    /** A logit for each output by itself. */
    BINARY_LOGITS;

    /** The outputs that a loss expects. */
    static OutputSpace of(LossSpec loss) {
        return switch (loss) {
            case NllLoss nll -> LOG_PROBABILITIES;
            case KlDivLoss divergence -> LOG_PROBABILITIES;
            case CrossEntropyLoss crossEntropy -> LOGITS;
            case BceLoss bce -> bce.fromLogits() ? BINARY_LOGITS : VALUES;
            case MseLoss mse -> VALUES;
            case MaeLoss mae -> VALUES;
            case HuberLoss huber -> VALUES;
            case HingeLoss hinge -> VALUES;
            case PoissonLoss poisson -> VALUES;
        };
    }

    /** Replaces the outputs for some samples, in rows, by what can be averaged. */
    void open(float[] outputs, int columns) {
        for (int at = 0; at < outputs.length; at += columns) {
            double sum = 0;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = at; i < at + columns; i++) {
                greatest = Math.max(greatest, outputs[i]);
            }
            for (int i = at; i < at + columns; i++) {
                sum += Math.exp(outputs[i] - greatest);
            }
            for (int i = at; i < at + columns; i++) {
                outputs[i] = (float) opened(outputs[i], greatest, sum);
            }
        }
    }

    private double opened(double output, double greatest, double sum) {
        return switch (this) {
            case VALUES -> output;
            case LOG_PROBABILITIES -> Math.exp(output);
            case LOGITS -> Math.exp(output - greatest) / sum;
            case BINARY_LOGITS -> 1 / (1 + Math.exp(-output));
        };
    }

    /** The output that stands for an average. */
    float close(double average) {
        return (float)
                switch (this) {
                    case VALUES -> average;
                    case LOG_PROBABILITIES, LOGITS -> Math.log(Math.max(average, Float.MIN_NORMAL));
                    case BINARY_LOGITS ->
                        Math.log(Math.max(average, Float.MIN_NORMAL))
                                - Math.log(Math.max(1 - average, Float.MIN_NORMAL));
                };
    }
}
