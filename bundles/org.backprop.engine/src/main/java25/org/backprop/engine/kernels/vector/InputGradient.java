package org.backprop.engine.kernels.vector;

import org.backprop.model.Window;

/** The gradient with respect to the input of a convolution, for one sample. */
final class InputGradient {

    private InputGradient() {}

    /** Floats of memory that a caller must give. */
    static long scratch(Convolution convolution) {
        long runs = 0;
        for (ConvolutionPhase phase : convolution.phases()) {
            runs = Math.max(runs, phase.lowering().size());
        }
        return runs + results(convolution);
    }

    private static long results(Convolution convolution) {
        Window window = convolution.window();
        return isDirect(convolution)
                ? 0
                : (long) convolution.channels() * window.height() * window.width() + Lanes.COUNT;
    }

    private static boolean isDirect(Convolution convolution) {
        return convolution.phases().length == 1;
    }

    /**
     * Computes dx of one sample.
     *
     * @param dzRow bytes from a plane of dz to the next
     * @param scratch {@link #scratch} floats
     */
    static void compute(Convolution convolution, long dz, long dzRow, long dx, long scratch) {
        long runs = Lanes.at(scratch, results(convolution));
        long result = isDirect(convolution) ? dx : scratch;
        for (ConvolutionPhase phase : convolution.phases()) {
            computePhase(convolution, phase, dz, dzRow, result, runs);
            result = Lanes.at(result, (long) convolution.channels() * phase.rows() * phase.columns());
        }
        if (!isDirect(convolution)) {
            join(convolution, scratch, dx);
        }
    }

    private static void computePhase(
            Convolution convolution, ConvolutionPhase phase, long dz, long dzRow, long result, long scratch) {
        long runs = dz;
        if (!phase.lowering().isInPlace()) {
            phase.lowering().copy(dz, dzRow, scratch);
            runs = scratch;
        }
        long group = convolution.groupFilters() * phase.lowering().planeBytes();
        int channels = convolution.groupChannels();
        int positions = phase.rows() * phase.columns();
        for (int i = 0; i < convolution.groups(); i++) {
            FilterProduct.multiply(
                    channels,
                    positions,
                    phase.panels().address(i),
                    phase.offsets(),
                    runs + i * group,
                    Lanes.at(result, (long) i * channels * positions),
                    Lanes.at(0, positions),
                    Float.NEGATIVE_INFINITY);
        }
    }

    /** Puts the phases' rows and columns where they belong. */
    private static void join(Convolution convolution, long from, long dx) {
        Window window = convolution.window();
        int step = window.stride().width();
        ConvolutionPhase[] phases = convolution.phases();
        for (int i = 0; i < phases.length; i += step) {
            if (step == 2) {
                joinPairs(convolution, phases[i], phases[i + 1], from, dx);
            }
            for (int j = 0; j < step; j++) {
                if (step != 2) {
                    spread(convolution, phases[i + j], from, dx);
                }
                from = Lanes.at(from, (long) convolution.channels() * phases[i + j].rows() * phases[i + j].columns());
            }
        }
    }

    private static void joinPairs(
            Convolution convolution, ConvolutionPhase first, ConvolutionPhase second, long from, long dx) {
        long behind = Lanes.at(from, (long) convolution.channels() * first.rows() * first.columns());
        boolean inOrder = first.firstColumn() == 0;
        ConvolutionPhase even = inOrder ? first : second;
        ConvolutionPhase odd = inOrder ? second : first;
        long evens = inOrder ? from : behind;
        long odds = inOrder ? behind : from;
        Window window = convolution.window();
        long target = Lanes.at(dx, (long) first.firstRow() * window.width());
        for (int j = 0; j < window.width(); j += Lanes.COUNT) {
            PlaneRows.interleave(
                    Lanes.at(evens, j / 2),
                    Lanes.at(0, even.columns()),
                    Lanes.at(odds, j / 2),
                    Lanes.at(0, odd.columns()),
                    Lanes.at(target, j),
                    Lanes.at(0, (long) window.stride().height() * window.width()),
                    Lanes.at(0, (long) window.height() * window.width()),
                    window.width() - j,
                    first.rows(),
                    convolution.channels());
        }
    }

    private static void spread(Convolution convolution, ConvolutionPhase phase, long from, long dx) {
        Window window = convolution.window();
        for (int channel = 0; channel < convolution.channels(); channel++) {
            for (int row = 0; row < phase.rows(); row++) {
                long line = (long) channel * phase.rows() + row;
                int target = channel * window.height()
                        + phase.firstRow()
                        + row * window.stride().height();
                PlaneRows.spread(
                        Lanes.at(from, line * phase.columns()),
                        phase.columns(),
                        Lanes.at(dx, (long) target * window.width() + phase.firstColumn()),
                        window.stride().width());
            }
        }
    }
}
