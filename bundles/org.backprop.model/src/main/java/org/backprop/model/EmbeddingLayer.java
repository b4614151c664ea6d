package org.backprop.model;

import java.util.Optional;

/**
 * A table of vectors, one for each class index, that are learned: looks up a sequence of indices {@code [T]} and gives
 * the vectors {@code [T, embedding_dim]}. It takes the network's input, or that in another shape.
 *
 * @param numEmbeddings number of vectors; indices go from 0 to one less
 * @param embeddingDim number of elements of each vector
 * @param paddingIdx the index whose vector starts with zeros and is never trained
 * @param initializer initial values of the vectors; by default from the standard normal distribution, as in PyTorch
 */
@SpecType(
        key = "embedding",
        doc = "Looks up a learned vector for each class index of a sequence [T]; gives [T, embedding_dim].",
        formula = "y_t = W[x_t], W: [num_embeddings, embedding_dim]",
        source = "torch.nn.Embedding; Bengio et al. 2003")
public record EmbeddingLayer(
        @SpecParameter(
                doc = "Number of vectors; the input holds whole numbers from 0 to one less.",
                min = 1,
                max = 10_000_000)
        int numEmbeddings,

        @SpecParameter(doc = "Number of elements of each vector.", min = 1, max = 1_000_000)
        int embeddingDim,

        @SpecParameter(
                doc = "Index whose vector is zero and is not trained, for the padding of short sequences.",
                byDefault = "",
                min = 0,
                max = 10_000_000)
        Optional<Integer> paddingIdx,

        @SpecParameter(doc = "Initial values of the vectors; torch: standard normal.", byDefault = "torch")
        InitializerSpec initializer)
        implements UnaryLayer, SelfChecking {

    @Override
    public Shape output(Shape in) throws ShapeException {
        if (in.rank() != 1) {
            throw ShapeException.needsFlatInput("embedding", in);
        }
        return Shape.of(in.dims().getFirst(), embeddingDim);
    }

    @Override
    public long parameters(Shape in) {
        return (long) numEmbeddings * embeddingDim;
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(Activation.LINEAR);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return paddingIdx
                .filter(index -> index >= numEmbeddings)
                .map(index -> new Inconsistency(
                        "padding_idx", "must be less than num_embeddings, " + numEmbeddings + ", is " + index));
    }
}
