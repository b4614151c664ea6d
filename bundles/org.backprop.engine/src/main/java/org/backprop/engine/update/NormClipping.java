package org.backprop.engine.update;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Scaling;
import org.backprop.engine.kernels.View;

/** Scales each of some parts of the gradient down to a norm, as {@code torch.nn.utils.clip_grad_norm_}. */
final class NormClipping implements Clipping {

    /** Added to the norm by PyTorch. */
    private static final double EPSILON = 1e-6;

    private final Kernels kernels;
    private final Scaling scaling;
    private final double maxNorm;
    private final List<View> parts;
    private final ClippingReport report;

    NormClipping(Kernels kernels, double maxNorm, List<View> parts, List<String> names) {
        this.kernels = kernels;
        this.maxNorm = maxNorm;
        this.parts = List.copyOf(parts);
        scaling = new Scaling(kernels);
        report = new ClippingReport(names);
    }

    @Override
    public void clip() {
        for (int i = 0; i < parts.size(); i++) {
            double norm = Math.sqrt(kernels.squaredNorm(parts.get(i)));
            double factor = maxNorm / (norm + EPSILON);
            if (factor < 1) {
                scaling.scale(parts.get(i), factor);
            }
            report.set(i, norm, norm * Math.min(1, factor), factor < 1 ? 1 : 0);
        }
    }

    @Override
    public ClippingReport report() {
        return report;
    }
}
