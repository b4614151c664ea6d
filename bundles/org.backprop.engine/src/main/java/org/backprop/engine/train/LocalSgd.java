package org.backprop.engine.train;

/**
 * Local SGD: each worker makes some steps by itself, with its part of each batch, before the workers' parameters are averaged
 * (Stich, ICLR 2019, arXiv:1805.09767; Lin et al., ICLR 2020, arXiv:1808.07217). What the optimizer remembers is averaged with
 * them, as Yu, Jin and Yang (ICML 2019, arXiv:1905.03817) do with momentum: between two rounds all state lies in one place.
 */
public non-sealed interface LocalSgd extends Distribution {

    /** Steps between two averages, at least 1; rounds may be shorter, see {@link RoundPlan}. */
    int averageEvery();

    /** Number of parts that a batch is split in, if it is large enough. */
    int workers();

    /**
     * Makes a round on all workers.
     *
     * @param round whole batches
     * @param start what each worker begins with
     * @return the sum over the workers
     * @throws DistributionException if it cannot be made there
     */
    RoundSums round(Round round, RoundStart start);
}
