package org.backprop.engine.data;

/** Keeps the features of some neighbouring rows in memory, and takes note of how many there are. */
final class RowStore implements FloatStore {
    private final int from;
    private final int to;
    private final FloatList kept = new FloatList(0);
    private int count;

    /**
     * An empty store.
     *
     * @param from first row to keep
     * @param to behind the last one
     */
    RowStore(int from, int to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public boolean wants(int row) {
        count = Math.max(count, row + 1);
        return row >= from && row < to;
    }

    @Override
    public void add(float value, String what) throws DataException {
        kept.add(value, what);
    }

    @Override
    public Features features(int width) {
        return new Rows(new HeapFeatures(kept.toArray(), width), from, count);
    }

    /**
     * Rows of which only some are here.
     *
     * @param here those
     * @param from number of the first of them
     */
    private record Rows(HeapFeatures here, int from, int count) implements Features {
        @Override
        public int width() {
            return here.width();
        }

        @Override
        public void read(int sample, float[] to, int at) {
            if (sample < from || sample >= from + here.count()) {
                throw new IllegalArgumentException(
                        "row " + sample + " is not in the shard of rows " + from + " to " + (from + here.count() - 1));
            }
            here.read(sample - from, to, at);
        }
    }
}
