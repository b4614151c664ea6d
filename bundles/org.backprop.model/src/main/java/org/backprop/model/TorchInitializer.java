package org.backprop.model;

/** What PyTorch does with this kind of layer if it is not asked. */
@SpecType(
        key = "torch",
        doc =
                "As PyTorch initializes the layer: uniform, by fan_in of the weight or, where it is recurrent, its units.",
        formula = "U(-b, b), b = 1 / sqrt(fan_in); lstm: b = 1 / sqrt(units)",
        source = "reset_parameters of torch.nn.Linear, Conv2d and LSTM")
public record TorchInitializer() implements InitializerSpec {}
