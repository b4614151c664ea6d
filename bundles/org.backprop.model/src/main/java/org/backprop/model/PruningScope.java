package org.backprop.model;

/** Among which weights the least salient are looked for. */
public enum PruningScope {
    /** Among those of all layers: some lose more, some less. */
    GLOBAL,
    /** In each layer alone: all lose the same share. */
    LAYER
}
