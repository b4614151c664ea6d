package org.backprop.exchange.onnx;

/** The kinds of attributes that nodes of networks have. */
enum AttributeType {
    FLOAT(1),
    INT(2),
    STRING(3),
    TENSOR(4),
    FLOATS(6),
    INTS(7),
    STRINGS(8);

    private final int number;

    AttributeType(int number) {
        this.number = number;
    }

    /** Its number in a file. */
    int number() {
        return number;
    }
}
