package org.backprop.model;

/** Arithmetic with counts, which are not negative: a result too large for a long is {@link Long#MAX_VALUE}. */
public final class Count {

    private Count() {}

    /** The sum. */
    public static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /** The product. */
    public static long times(long... factors) {
        long product = 1;
        for (long factor : factors) {
            if (factor != 0 && product > Long.MAX_VALUE / factor) {
                return Long.MAX_VALUE;
            }
            product *= factor;
        }
        return product;
    }
}
