package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/**
 * Gated recurrent units as {@code torch.nn.GRU}: {@code r, z = sigmoid(Wi x + bi + Wh h + bh)}, {@code c = tanh(Wi x +
 * bi + r (Wh h + bh))}, {@code h' = (1 - z) c + z h}. Cho et al., EMNLP 2014.
 */
final class GruCell implements RecurrentCell {

    static final int GATES = 3;

    private static final int RESET = 0;
    private static final int UPDATE = 1;
    private static final int CANDIDATE = 2;
    private static final Program FORWARD = forward();
    private static final Program BACKWARD = backward();

    private final Kernels kernels;
    private final RecurrentMemory memory;

    /** What the inputs contribute to each gate, then the gates, then the gradients before their functions. */
    private final Steps[] gates = new Steps[GATES];

    /** What the state contributes to the candidate before the reset; then its gradient. */
    private final Steps candidate;

    private final View resetOfState;
    private final View updateOfState;
    private final View[][] forward;
    private final View[][] backward;

    GruCell(Kernels kernels, RecurrentMemory memory, Carver workspace) {
        this.kernels = kernels;
        this.memory = memory;
        int steps = memory.shape().steps();
        int units = memory.shape().units();
        for (int gate = 0; gate < GATES; gate++) {
            gates[gate] = Steps.of(workspace.next(steps * memory.batch(), units), steps);
        }
        candidate = Steps.of(workspace.next(steps * memory.batch(), units), steps);
        resetOfState = workspace.next(memory.batch(), units);
        updateOfState = workspace.next(memory.batch(), units);
        forward = new View[steps][];
        backward = new View[steps][];
        for (int t = 0; t < steps; t++) {
            View former = memory.states().at(t);
            View r = gates[RESET].at(t);
            View z = gates[UPDATE].at(t);
            View c = gates[CANDIDATE].at(t);
            forward[t] = new View[] {
                r,
                z,
                c,
                resetOfState,
                updateOfState,
                candidate.at(t),
                former,
                memory.states().at(t + 1)
            };
            backward[t] = new View[] {r, z, c, candidate.at(t), former, memory.stateGradient()};
        }
    }

    static int size(RecurrentShape shape) {
        return Math.multiplyExact(shape.units(), Math.addExact(Math.multiplyExact(GATES + 1, shape.steps()), 2));
    }

    private static Program forward() {
        Formula formula = new Formula();
        Term r = formula.operand();
        Term z = formula.operand();
        Term c = formula.operand();
        Term resetOfState = formula.operand();
        Term updateOfState = formula.operand();
        Term candidateOfState = formula.operand();
        Term former = formula.operand();
        Term state = formula.operand();
        Term reset = r.plus(resetOfState).sigmoid();
        Term update = z.plus(updateOfState).sigmoid();
        Term next = c.plus(reset.times(candidateOfState)).tanh();
        return formula.set(r, reset)
                .set(z, update)
                .set(c, next)
                .set(state, next.plus(update.times(former.minus(next))))
                .program();
    }

    private static Program backward() {
        Formula formula = new Formula();
        Term r = formula.operand();
        Term z = formula.operand();
        Term c = formula.operand();
        Term ofState = formula.operand();
        Term former = formula.operand();
        Term gradient = formula.operand();
        Term rest = z.number(1).minus(z);
        Term beforeTanh = gradient.times(rest).times(z.number(1).minus(c.squared()));
        return formula.set(
                        r, beforeTanh.times(ofState).times(r).times(z.number(1).minus(r)))
                .set(z, gradient.times(former.minus(c)).times(z).times(rest))
                .set(c, beforeTanh)
                .set(ofState, beforeTanh.times(r))
                .set(gradient, gradient.times(z))
                .program();
    }

    @Override
    public void readInputs() {
        for (int gate = 0; gate < GATES; gate++) {
            memory.readInputs(kernels, gate, gates[gate].all());
        }
    }

    @Override
    public void step(int t) {
        memory.readState(kernels, RESET, t, resetOfState);
        memory.readState(kernels, UPDATE, t, updateOfState);
        memory.readState(kernels, CANDIDATE, t, candidate.at(t));
        kernels.evaluate(FORWARD, Program.NO_SCALARS, forward[t], null);
    }

    @Override
    public void stepBack(int t) {
        kernels.evaluate(BACKWARD, Program.NO_SCALARS, backward[t], null);
        memory.addToStateGradient(kernels, RESET, gates[RESET].at(t));
        memory.addToStateGradient(kernels, UPDATE, gates[UPDATE].at(t));
        memory.addToStateGradient(kernels, CANDIDATE, candidate.at(t));
    }

    @Override
    public void finishBack() {
        memory.finish(kernels, RESET, gates[RESET].all(), gates[RESET].all());
        memory.finish(kernels, UPDATE, gates[UPDATE].all(), gates[UPDATE].all());
        memory.finish(kernels, CANDIDATE, gates[CANDIDATE].all(), candidate.all());
    }
}
