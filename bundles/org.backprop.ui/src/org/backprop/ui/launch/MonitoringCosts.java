package org.backprop.ui.launch;

import org.backprop.model.ParameterInfo;

/** What it costs to record something, for people. */
final class MonitoringCosts {
    private MonitoringCosts() {}

    /** The label of an interval. */
    static String title(ParameterInfo parameter) {
        return switch (parameter.key()) {
            case "norms_every" -> Messages.monitoring_norms;
            case "histograms_every" -> Messages.monitoring_histograms;
            case "activations_every" -> Messages.monitoring_activations;
            case "masks_every" -> Messages.monitoring_masks;
            case "saliency_every" -> Messages.monitoring_saliency;
            case "mask_samples" -> Messages.monitoring_samples;
            default -> parameter.key() + ":";
        };
    }

    /** The cost of recording once; empty if it is not known. */
    static String of(String key) {
        return switch (key) {
            case "norms_every" -> Messages.monitoring_normsCost;
            case "histograms_every" -> Messages.monitoring_histogramsCost;
            case "activations_every" -> Messages.monitoring_activationsCost;
            case "masks_every" -> Messages.monitoring_masksCost;
            case "saliency_every" -> Messages.monitoring_saliencyCost;
            case "mask_samples" -> Messages.monitoring_samplesCost;
            default -> "";
        };
    }
}
