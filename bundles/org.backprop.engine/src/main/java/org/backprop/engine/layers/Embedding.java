package org.backprop.engine.layers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.InitializerSpec;
import org.backprop.model.NormalInitializer;
import org.backprop.model.Shape;
import org.backprop.model.TorchInitializer;

/**
 * Looks up a vector for each index of a sequence. The gradients of places with the same index are added up in the order
 * of the batch.
 */
record Embedding(EmbeddingLayer spec, Shape output) implements LayerDefinition {

    private static final int NONE = -1;

    @Override
    public List<ParameterShape> parameters() {
        InitializerSpec initializer =
                spec.initializer() instanceof TorchInitializer ? new NormalInitializer(0, 1) : spec.initializer();
        return List.of(new ParameterShape(
                "weight", List.of(spec.numEmbeddings(), spec.embeddingDim()), initializer, spec.paddingIdx()));
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(false, false, false);
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        Rows gradients = binding.outputGradient() == null
                ? null
                : Rows.of(binding.outputGradient(), binding.input().length());
        return new Bound(
                kernels,
                spec.paddingIdx().orElse(NONE),
                binding,
                new float[binding.input().length()],
                Rows.of(binding.parameters().getFirst(), spec.numEmbeddings()),
                Rows.of(binding.output(), binding.input().length()),
                Rows.of(binding.gradients().getFirst(), spec.numEmbeddings()),
                gradients);
    }

    /** Views of the rows of a matrix, each made when it is first asked for. */
    private record Rows(View all, int columns, View[] views) {

        static Rows of(View all, int rows) {
            return new Rows(all, all.length() / rows, new View[rows]);
        }

        View at(int row) {
            if (views[row] == null) {
                views[row] = all.buffer().view(all.offset() + (long) row * columns, 1, columns);
            }
            return views[row];
        }
    }

    private record Bound(
            Kernels kernels,
            int padding,
            Binding binding,
            float[] indices,
            Rows weights,
            Rows outputs,
            Rows weightGradients,
            Rows outputGradients)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            View input = binding.input();
            input.buffer().read(input.offset(), indices, 0, indices.length);
            for (int i = 0; i < indices.length; i++) {
                kernels.copy(weights.at(index(i)), outputs.at(i));
            }
        }

        private int index(int i) {
            int index = (int) indices[i];
            int count = weights.views().length;
            if (index != indices[i] || index < 0 || index >= count) {
                int length = binding.input().columns();
                throw new IndexException(indices[i], i / length + 1, i % length + 1, count);
            }
            return index;
        }

        @Override
        public void backward(Pass pass) {
            kernels.fill(binding.gradients().getFirst(), 0);
            for (int i = 0; i < indices.length; i++) {
                if ((int) indices[i] != padding) {
                    kernels.addScaled(1, outputGradients.at(i), weightGradients.at((int) indices[i]));
                }
            }
        }
    }
}
