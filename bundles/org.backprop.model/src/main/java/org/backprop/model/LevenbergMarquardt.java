package org.backprop.model;

import java.util.Optional;

/**
 * The method of Levenberg and Marquardt for sums of squares. The damping falls after each step that lowers the loss, and
 * grows until a step does.
 *
 * @param damping damping of the first step
 * @param increase factor of the damping after a step that does not lower the loss, and its divisor after one that does
 * @param gradientTolerance the training ends where the Euclidean norm of the gradient is not greater
 */
@SpecType(
        key = "levenberg_marquardt",
        doc =
                "Gauss-Newton steps with damping; for the loss mse and up to 5,000 parameters, on the whole training set.",
        formula = "w = w - (G + damping I)^-1 g, G the Gauss-Newton matrix J^T H_L J",
        source = "Levenberg 1944; Marquardt 1963; Nocedal and Wright 2006, section 10.3")
public record LevenbergMarquardt(
        @SpecParameter(
                doc = "Damping of the first step.",
                byDefault = "0.001",
                min = 0,
                minExclusive = true,
                main = true)
        double damping,

        @SpecParameter(
                doc =
                        "Factor of the damping after a step that does not lower the loss, and its divisor after one that does.",
                byDefault = "10",
                min = 1,
                minExclusive = true)
        double increase,

        @SpecParameter(
                doc = "The training ends where the Euclidean norm of the gradient is not greater.",
                byDefault = "1.0e-7",
                min = 0)
        double gradientTolerance)
        implements MinimizerSpec {

    @Override
    public Optional<Integer> mostParameters() {
        return Optional.of(MOST_DENSE);
    }
}
