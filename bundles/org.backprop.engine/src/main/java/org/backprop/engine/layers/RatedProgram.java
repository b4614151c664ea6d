package org.backprop.engine.layers;

import java.util.function.DoubleFunction;

import org.backprop.engine.kernels.formula.Program;

/** A program with constants that follow from the rate of a layer; compiled again when the rate has changed. */
final class RatedProgram {

    private final Masking masking;
    private final DoubleFunction<Program> compiler;
    private double rate;
    private Program program;

    RatedProgram(Masking masking, DoubleFunction<Program> compiler) {
        this.masking = masking;
        this.compiler = compiler;
        compile();
    }

    private void compile() {
        rate = masking.rate();
        program = compiler.apply(rate);
    }

    /** The program for the present rate. */
    Program get() {
        if (rate != masking.rate()) {
            compile();
        }
        return program;
    }
}
