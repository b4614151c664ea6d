package org.backprop.engine.sweep;

import java.util.SplittableRandom;

/** A probability density over the shares of the way through a list or a range, from 0 to 1, 1 excluded. */
interface Density {

    /** The density at a share; greater than 0. */
    double at(double share);

    /** A share, drawn from the density. */
    double draw(SplittableRandom random);
}
