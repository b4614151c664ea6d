package org.backprop.model;

/**
 * A random matrix with orthonormal rows, or columns if it has fewer, as {@code torch.nn.init.orthogonal_}. All
 * dimensions behind the first count as one.
 *
 * @param gain factor of the matrix
 */
@SpecType(
        key = "orthogonal",
        doc = "A random matrix with orthonormal rows or columns: keeps the length of vectors.",
        formula = "W = gain Q, Q^T Q = 1 or Q Q^T = 1",
        source = "torch.nn.init.orthogonal_; Saxe et al. 2013, arXiv:1312.6120")
public record OrthogonalInitializer(
        @SpecParameter(doc = "Factor of the matrix.", byDefault = "1", min = 0, max = 1.0e6, main = true)
        double gain) implements InitializerSpec {

    @Override
    public boolean needsMatrix() {
        return true;
    }
}
