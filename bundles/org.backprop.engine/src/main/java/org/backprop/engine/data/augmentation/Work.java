package org.backprop.engine.data.augmentation;

import org.backprop.engine.random.Draws;

/** What one thread augments samples with; made once, so that no sample takes memory. */
public final class Work {

    private final Draws draws = new Draws(0, 0);
    private final AffineMap map = new AffineMap();
    private final Specimen[] specimens;
    private int used;

    Work(Frame frame, int most) {
        specimens = new Specimen[most];
        for (int i = 0; i < most; i++) {
            specimens[i] = new Specimen(frame);
        }
    }

    /** The random numbers of the sample under work. */
    Draws draws() {
        return draws;
    }

    /** An affine map to work with. */
    AffineMap map() {
        return map;
    }

    /** Another specimen, to be given back by {@link #release}, last first. */
    Specimen take() {
        return specimens[used++];
    }

    void release() {
        used--;
    }
}
