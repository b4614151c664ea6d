package org.backprop.model;

import java.util.Optional;

/**
 * A complete, valid model file: data, network and training, with every default filled in.
 *
 * @param name the name of the model; by default the stem of the file's name
 * @param data where the samples come from and how they are split
 * @param network the layers
 * @param training how the network is trained
 * @param monitor how often what is recorded
 * @param sweep which settings are to be compared; absent for none
 */
@SpecType(key = "model", doc = "A model file: data, network and training, and what to compare.")
public record Model(
        @SpecParameter(
                doc = "The name of the model, used to name its runs. Default: the stem of the file's name.",
                byDefault = "")
        String name,

        @SpecParameter(doc = "Where the samples come from and how they are split.")
        DataSection data,

        @SpecParameter(doc = "The layers of the network.") NetworkSection network,
        @SpecParameter(doc = "How the network is trained.") TrainingSection training,

        @SpecParameter(doc = "How often a training records what costs time or space.", byDefault = "{}")
        MonitorSection monitor,

        @SpecParameter(doc = "Which settings are to be compared by backprop sweep.", byDefault = "")
        Optional<SweepSection> sweep) {

    /** A model without settings to be compared, recorded as by default. */
    public Model(String name, DataSection data, NetworkSection network, TrainingSection training) {
        this(name, data, network, training, MonitorSection.DEFAULT, Optional.empty());
    }
}
