package org.backprop.engine.minimize;

import org.backprop.engine.random.RandomSequence;

/** Metropolis' rule: a change c of the value is accepted if negative, else with probability {@code exp(-c / (k T))}. */
record Acceptance(double boltzmann) {

    /** Draws if it must; a change that is not a number is not accepted, nor is growth at temperature 0. */
    boolean accepts(double change, double temperature, RandomSequence random) {
        if (change < 0) {
            return true;
        }
        double energy = boltzmann * temperature;
        return energy > 0 && random.nextUniform() < StrictMath.exp(-change / energy);
    }
}
