package org.backprop.model;

/**
 * Removes rectangular blocks of a weight matrix of a row for each unit and a column for each input, each block by the mean
 * saliency of its weights. Narang et al.: "Block-sparse recurrent neural networks", 2017, take the greatest instead.
 *
 * @param rows units in a block
 * @param columns inputs in a block
 */
@SpecType(
        key = "blocks",
        doc = "Removes rectangular blocks of the weight matrix, by the mean saliency of their weights.",
        formula = "s_B = mean of s_k over the weights k of block B",
        source = "Narang et al. 2017 (arXiv:1711.02782), with the mean in place of the greatest")
public record BlockPattern(
        @SpecParameter(doc = "Units in a block.", byDefault = "4", min = 1, max = 1_000_000)
        int rows,

        @SpecParameter(doc = "Inputs in a block.", byDefault = "4", min = 1, max = 1_000_000)
        int columns)
        implements PruningPatternSpec {}
