package org.backprop.runlog.events;

/** Field numbers of TensorFlow's event, summary, histogram and tensor messages. */
final class Schema {
    static final int EVENT_WALL_TIME = 1;
    static final int EVENT_STEP = 2;
    static final int EVENT_FILE_VERSION = 3;
    static final int EVENT_GRAPH = 4;
    static final int EVENT_SUMMARY = 5;
    static final int EVENT_SESSION_LOG = 7;

    static final int SESSION_STATUS = 1;
    static final int SESSION_START = 1;

    static final int SUMMARY_VALUE = 1;

    static final int VALUE_TAG = 1;
    static final int VALUE_SIMPLE = 2;
    static final int VALUE_HISTOGRAM = 5;
    static final int VALUE_TENSOR = 8;
    static final int VALUE_METADATA = 9;

    static final int METADATA_PLUGIN_DATA = 1;
    static final int PLUGIN_NAME = 1;
    static final int PLUGIN_CONTENT = 2;

    static final int HISTOGRAM_MIN = 1;
    static final int HISTOGRAM_MAX = 2;
    static final int HISTOGRAM_NUM = 3;
    static final int HISTOGRAM_SUM = 4;
    static final int HISTOGRAM_SUM_SQUARES = 5;
    static final int HISTOGRAM_LIMIT = 6;
    static final int HISTOGRAM_BUCKET = 7;

    static final int TENSOR_DTYPE = 1;
    static final int TENSOR_SHAPE = 2;
    static final int TENSOR_CONTENT = 4;
    static final int TENSOR_FLOAT = 5;
    static final int TENSOR_DOUBLE = 6;
    static final int TENSOR_INT = 7;
    static final int TENSOR_INT64 = 10;
    static final int TENSOR_BOOL = 11;
    static final int TENSOR_HALF = 13;
    static final int TENSOR_UINT32 = 16;
    static final int TENSOR_UINT64 = 17;
    static final int SHAPE_DIM = 2;
    static final int DIM_SIZE = 1;

    private Schema() {}
}
