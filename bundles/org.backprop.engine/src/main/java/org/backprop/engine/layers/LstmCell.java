package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** Long short-term memory as {@link Kernels#lstmForward} describes it, made of other operations of the kernels. */
final class LstmCell implements RecurrentCell {

    static final int GATES = 4;

    private static final int CANDIDATE = 2;
    private static final Program FORWARD = forwardProgram();
    private static final Program BACKWARD = backwardProgram();

    private final Kernels kernels;
    private final RecurrentMemory memory;

    /** What the inputs contribute to each gate i, f, g, o, then the gates, then the gradients before their functions. */
    private final Steps[] gates = new Steps[GATES];

    /** What the state contributes to each gate. */
    private final View[] ofState = new View[GATES];

    private final Steps cells;
    private final View cellGradient;
    private final View[][] forward;
    private final View[][] backward;

    LstmCell(Kernels kernels, RecurrentMemory memory, Carver workspace) {
        this.kernels = kernels;
        this.memory = memory;
        int steps = memory.shape().steps();
        int units = memory.shape().units();
        for (int gate = 0; gate < GATES; gate++) {
            gates[gate] = Steps.of(workspace.next(steps * memory.batch(), units), steps);
            ofState[gate] = workspace.next(memory.batch(), units);
        }
        cells = Steps.of(workspace.next((steps + 1) * memory.batch(), units), steps + 1);
        cellGradient = workspace.next(memory.batch(), units);
        forward = new View[steps][];
        backward = new View[steps][];
        for (int t = 0; t < steps; t++) {
            forward[t] = new View[] {
                gates[0].at(t),
                gates[1].at(t),
                gates[2].at(t),
                gates[3].at(t),
                ofState[0],
                ofState[1],
                ofState[2],
                ofState[3],
                cells.at(t),
                cells.at(t + 1),
                memory.states().at(t + 1)
            };
            backward[t] = new View[] {
                gates[0].at(t),
                gates[1].at(t),
                gates[2].at(t),
                gates[3].at(t),
                cells.at(t),
                cells.at(t + 1),
                memory.stateGradient(),
                cellGradient
            };
        }
    }

    static int size(RecurrentShape shape) {
        return Math.multiplyExact(
                shape.units(), Math.addExact(Math.multiplyExact(GATES + 1, shape.steps()), GATES + 2));
    }

    private static Program forwardProgram() {
        Formula formula = new Formula();
        Term[] gates = operands(formula);
        Term[] ofState = operands(formula);
        Term former = formula.operand();
        Term cell = formula.operand();
        Term state = formula.operand();
        Term[] values = new Term[GATES];
        for (int gate = 0; gate < GATES; gate++) {
            Term sum = gates[gate].plus(ofState[gate]);
            values[gate] = gate == CANDIDATE ? sum.tanh() : sum.sigmoid();
            formula.set(gates[gate], values[gate]);
        }
        Term next = values[1].times(former).plus(values[0].times(values[2]));
        return formula.set(cell, next).set(state, values[3].times(next.tanh())).program();
    }

    private static Program backwardProgram() {
        Formula formula = new Formula();
        Term[] gates = operands(formula);
        Term former = formula.operand();
        Term cell = formula.operand();
        Term dh = formula.operand();
        Term dc = formula.operand();
        Term tanh = cell.tanh();
        Term gradient = dc.plus(dh.times(gates[3]).times(slopeOfTanh(tanh)));
        return formula.set(gates[0], gradient.times(gates[2]).times(slopeOfSigmoid(gates[0])))
                .set(gates[1], gradient.times(former).times(slopeOfSigmoid(gates[1])))
                .set(gates[2], gradient.times(gates[0]).times(slopeOfTanh(gates[2])))
                .set(gates[3], dh.times(tanh).times(slopeOfSigmoid(gates[3])))
                .set(dc, gradient.times(gates[1]))
                .program();
    }

    private static Term[] operands(Formula formula) {
        Term[] operands = new Term[GATES];
        for (int gate = 0; gate < GATES; gate++) {
            operands[gate] = formula.operand();
        }
        return operands;
    }

    private static Term slopeOfSigmoid(Term sigmoid) {
        return sigmoid.times(sigmoid.number(1).minus(sigmoid));
    }

    private static Term slopeOfTanh(Term tanh) {
        return tanh.number(1).minus(tanh.squared());
    }

    @Override
    public void readInputs() {
        kernels.fill(cells.at(0), 0);
        for (int gate = 0; gate < GATES; gate++) {
            memory.readInputs(kernels, gate, gates[gate].all());
        }
    }

    @Override
    public void step(int t) {
        for (int gate = 0; gate < GATES; gate++) {
            memory.readState(kernels, gate, t, ofState[gate]);
        }
        kernels.evaluate(FORWARD, Program.NO_SCALARS, forward[t], null);
    }

    @Override
    public void stepBack(int t) {
        if (t == memory.shape().steps() - 1) {
            kernels.fill(cellGradient, 0);
        }
        kernels.evaluate(BACKWARD, Program.NO_SCALARS, backward[t], null);
        for (int gate = 0; gate < GATES; gate++) {
            if (gate == 0) {
                memory.setStateGradient(kernels, gate, gates[gate].at(t));
            } else {
                memory.addToStateGradient(kernels, gate, gates[gate].at(t));
            }
        }
    }

    @Override
    public void finishBack() {
        for (int gate = 0; gate < GATES; gate++) {
            memory.finish(kernels, gate, gates[gate].all(), gates[gate].all());
        }
    }
}
