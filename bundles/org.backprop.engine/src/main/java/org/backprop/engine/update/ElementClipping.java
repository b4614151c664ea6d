package org.backprop.engine.update;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.engine.network.Network;
import org.backprop.model.ValueClipping;

/** See {@link ValueClipping}. */
final class ElementClipping implements Clipping {

    private final Kernels kernels;
    private final Program program;
    private final View[] gradient;
    private final ClippingReport report = new ClippingReport(List.of(ClippingReport.WHOLE));

    ElementClipping(ValueClipping spec, Network network) {
        kernels = network.kernels();
        gradient = new View[] {network.gradientVector().orElseThrow()};
        Formula formula = new Formula();
        Term g = formula.operand();
        Term exceeds = g.abs().minus(spec.clipValue()).select(1, 0);
        program = formula.set(g, g.min(spec.clipValue()).max(-spec.clipValue()))
                .sum(exceeds)
                .program();
    }

    @Override
    public void clip() {
        double before = Math.sqrt(kernels.squaredNorm(gradient[0]));
        double clipped = kernels.evaluate(program, Program.NO_SCALARS, gradient, null);
        double after = clipped == 0 ? before : Math.sqrt(kernels.squaredNorm(gradient[0]));
        report.set(0, before, after, clipped / gradient[0].length());
    }

    @Override
    public ClippingReport report() {
        return report;
    }
}
