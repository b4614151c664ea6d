package org.backprop.runlog.events;

import java.io.IOException;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;

/** Reads protobuf fields and insists on their wire type. */
final class Wire {
    private Wire() {}

    static double readDouble(CodedInputStream in, int tag) throws IOException {
        require(tag, WireFormat.WIRETYPE_FIXED64);
        return in.readDouble();
    }

    static float readFloat(CodedInputStream in, int tag) throws IOException {
        require(tag, WireFormat.WIRETYPE_FIXED32);
        return in.readFloat();
    }

    static long readVarint(CodedInputStream in, int tag) throws IOException {
        require(tag, WireFormat.WIRETYPE_VARINT);
        return in.readRawVarint64();
    }

    static String readString(CodedInputStream in, int tag) throws IOException {
        require(tag, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        return in.readStringRequireUtf8();
    }

    static byte[] readBytes(CodedInputStream in, int tag) throws IOException {
        require(tag, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        return in.readByteArray();
    }

    /** Hands each field of a nested message to {@code fields}. */
    static void readMessage(CodedInputStream in, int tag, Field fields) throws IOException {
        int outer = limit(in, tag);
        for (int field = in.readTag(); field != 0; field = in.readTag()) {
            fields.read(field, in);
        }
        in.checkLastTagWas(0);
        in.popLimit(outer);
    }

    /** Reads one element, or a packed run of them, of a repeated field. */
    static void readRepeated(CodedInputStream in, int tag, Element element) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            element.read(in);
            return;
        }
        int outer = limit(in, tag);
        while (in.getBytesUntilLimit() > 0) {
            element.read(in);
        }
        in.popLimit(outer);
    }

    private static int limit(CodedInputStream in, int tag) throws IOException {
        require(tag, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        return in.pushLimit(in.readRawVarint32());
    }

    private static void require(int tag, int wireType) throws InvalidProtocolBufferException {
        if (WireFormat.getTagWireType(tag) != wireType) {
            throw new InvalidProtocolBufferException(
                    "field " + WireFormat.getTagFieldNumber(tag) + " has an unexpected wire type");
        }
    }

    /** Reads the field with the given tag, or skips it. */
    @FunctionalInterface
    interface Field {
        void read(int tag, CodedInputStream in) throws IOException;
    }

    /** Reads one element of a repeated field. */
    @FunctionalInterface
    interface Element {
        void read(CodedInputStream in) throws IOException;
    }
}
