package org.backprop.views.gradients;

/** What is recorded of each layer as a distribution over time. */
public enum Distribution {
    GRADIENTS("gradients/", Messages.distribution_gradients),
    WEIGHTS("weights/", Messages.distribution_weights),
    ACTIVATIONS("activations/", Messages.distribution_activations);

    private final String prefix;
    private final String title;

    Distribution(String prefix, String title) {
        this.prefix = prefix;
        this.title = title;
    }

    /** Tag of a layer's histograms. */
    public String tag(String layer) {
        return prefix + layer;
    }

    /** What a list and an axis say. */
    public String title() {
        return title;
    }
}
