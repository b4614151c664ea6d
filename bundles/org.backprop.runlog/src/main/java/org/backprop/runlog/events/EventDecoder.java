package org.backprop.runlog.events;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.tensor.Tensor;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;

/** Decodes the {@code Event} messages of one file; remembers which plugin each tag belongs to, said only once per file. */
final class EventDecoder {
    private static final int MAX_TAGS = 100_000;
    private static final String SCALARS = "scalars";
    private static final String HISTOGRAMS = "histograms";

    private final Map<String, String> plugins = new HashMap<>();
    private final ScalarScan scalars = new ScalarScan();

    Event decode(byte[] bytes, int offset, int length) throws IOException {
        Event plain = scalars.scan(bytes, offset, length);
        return plain == null ? decodeAny(bytes, offset, length) : plain;
    }

    /** The event in a record of whatever content. */
    Event decodeAny(byte[] bytes, int offset, int length) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes, offset, length);
        double wallTime = 0;
        long step = 0;
        boolean sessionStart = false;
        List<Value> values = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case Schema.EVENT_WALL_TIME -> wallTime = Wire.readDouble(in, tag);
                case Schema.EVENT_STEP -> step = Wire.readVarint(in, tag);
                case Schema.EVENT_SUMMARY -> Wire.readMessage(in, tag, (field, body) -> summary(field, body, values));
                case Schema.EVENT_SESSION_LOG -> sessionStart = sessionStart(in, tag);
                default -> in.skipField(tag);
            }
        }
        return new Event(wallTime, step, sessionStart, values);
    }

    private static boolean sessionStart(CodedInputStream in, int tag) throws IOException {
        boolean[] start = new boolean[1];
        Wire.readMessage(in, tag, (field, body) -> {
            if (WireFormat.getTagFieldNumber(field) == Schema.SESSION_STATUS) {
                start[0] = Wire.readVarint(body, field) == Schema.SESSION_START;
            } else {
                body.skipField(field);
            }
        });
        return start[0];
    }

    private void summary(int tag, CodedInputStream in, List<Value> values) throws IOException {
        if (WireFormat.getTagFieldNumber(tag) != Schema.SUMMARY_VALUE) {
            in.skipField(tag);
            return;
        }
        ValueFields fields = new ValueFields();
        Wire.readMessage(in, tag, fields);
        Value value = value(fields);
        if (value != null) {
            values.add(value);
        }
    }

    private Value value(ValueFields fields) throws IOException {
        if (fields.hasSimple) {
            return new Value.Scalar(fields.tag, fields.simple);
        }
        if (fields.histogram != null) {
            return new Value.Distribution(fields.tag, fields.histogram.toHistogram());
        }
        if (fields.tensor == null) {
            return null;
        }
        String plugin = plugin(fields);
        Tensor tensor = fields.tensor.toTensor();
        if (tensor == null) {
            return null;
        }
        if (plugin.equals(HISTOGRAMS)) {
            return new Value.Distribution(fields.tag, HistogramMessage.ofTensor(tensor));
        }
        boolean scalar =
                plugin.equals(SCALARS) || plugin.isEmpty() && tensor.shape().isEmpty();
        if (scalar && tensor.elements() != 1) {
            throw new InvalidProtocolBufferException("scalar \"" + fields.tag + "\" has shape " + tensor.shape());
        }
        return scalar
                ? new Value.Scalar(fields.tag, (float) tensor.get(0))
                : new Value.Array(fields.tag, plugin, tensor);
    }

    private String plugin(ValueFields fields) {
        if (!fields.plugin.isEmpty() && plugins.size() < MAX_TAGS) {
            plugins.putIfAbsent(fields.tag, fields.plugin);
        }
        return fields.plugin.isEmpty() ? plugins.getOrDefault(fields.tag, "") : fields.plugin;
    }

    /** The fields of one {@code Summary.Value} message that matter here. */
    private static final class ValueFields implements Wire.Field {
        private String tag = "";
        private String plugin = "";
        private boolean hasSimple;
        private float simple;
        private HistogramMessage histogram;
        private TensorMessage tensor;

        @Override
        public void read(int field, CodedInputStream in) throws IOException {
            switch (WireFormat.getTagFieldNumber(field)) {
                case Schema.VALUE_TAG -> tag = Wire.readString(in, field);
                case Schema.VALUE_SIMPLE -> {
                    simple = Wire.readFloat(in, field);
                    hasSimple = true;
                }
                case Schema.VALUE_HISTOGRAM -> Wire.readMessage(in, field, histogram = new HistogramMessage());
                case Schema.VALUE_TENSOR -> Wire.readMessage(in, field, tensor = new TensorMessage());
                case Schema.VALUE_METADATA -> Wire.readMessage(in, field, this::metadata);
                default -> in.skipField(field);
            }
        }

        private void metadata(int field, CodedInputStream in) throws IOException {
            if (WireFormat.getTagFieldNumber(field) == Schema.METADATA_PLUGIN_DATA) {
                Wire.readMessage(in, field, this::pluginData);
            } else {
                in.skipField(field);
            }
        }

        private void pluginData(int field, CodedInputStream in) throws IOException {
            if (WireFormat.getTagFieldNumber(field) == Schema.PLUGIN_NAME) {
                plugin = Wire.readString(in, field);
            } else {
                in.skipField(field);
            }
        }
    }
}
