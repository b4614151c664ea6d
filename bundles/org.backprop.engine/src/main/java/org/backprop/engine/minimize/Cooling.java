package org.backprop.engine.minimize;

import org.backprop.engine.random.RandomSequence;

/** The temperature of annealing at an iteration t, from 1, and the steps drawn at a temperature. */
enum Cooling {
    /** Random search: nothing is accepted that does not lower the value; the temperature is the greatest step. */
    NONE {
        @Override
        double temperature(double most, long iteration) {
            return 0;
        }

        @Override
        double step(double most, double temperature, RandomSequence random) {
            return most * (2 * random.nextUniform() - 1);
        }
    },
    /** {@code T_max / log(1 + t)}, with steps of density {@code exp(-dw^2 / T^2)}. */
    BOLTZMANN {
        @Override
        double temperature(double most, long iteration) {
            return most / StrictMath.log(1.0 + iteration);
        }

        @Override
        double step(double most, double temperature, RandomSequence random) {
            return temperature * Math.sqrt(0.5) * random.nextNormal();
        }
    },
    /** {@code T_max / (1 + t)}, with steps of the Cauchy distribution. */
    CAUCHY {
        @Override
        double temperature(double most, long iteration) {
            return most / (1 + iteration);
        }

        @Override
        double step(double most, double temperature, RandomSequence random) {
            return temperature * StrictMath.tan(Math.PI * (random.nextUniform() - 0.5));
        }
    };

    abstract double temperature(double most, long iteration);

    abstract double step(double most, double temperature, RandomSequence random);
}
