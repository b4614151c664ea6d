package org.backprop.model;

/** Zero for all elements, as {@code torch.nn.init.zeros_}. */
@SpecType(key = "zeros", doc = "Zero for all elements.", formula = "w = 0", source = "torch.nn.init.zeros_")
public record ZerosInitializer() implements InitializerSpec {}
