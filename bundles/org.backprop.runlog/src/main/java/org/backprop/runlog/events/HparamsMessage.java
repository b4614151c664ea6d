package org.backprop.runlog.events;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;

import com.google.protobuf.CodedOutputStream;

/** The {@code HParamsPluginData} of TensorBoard's plugin for hyperparameters: how a training begins and how it ends. */
final class HparamsMessage {
    static final String PLUGIN = "hparams";
    static final String START_TAG = "_hparams_/session_start_info";
    static final String END_TAG = "_hparams_/session_end_info";

    private static final int DATA_START = 3;
    private static final int DATA_END = 4;
    private static final int START_HPARAMS = 1;
    private static final int START_TIME = 5;
    private static final int END_STATUS = 1;
    private static final int END_TIME = 2;
    private static final int SUCCESS = 1;
    private static final int FAILURE = 2;

    private static final int ENTRY_KEY = 1;
    private static final int ENTRY_VALUE = 2;
    private static final int VALUE_NUMBER = 2;
    private static final int VALUE_TEXT = 3;
    private static final int VALUE_BOOL = 4;

    private HparamsMessage() {}

    /** A training with these hyperparameters begins. */
    static byte[] start(Map<String, String> hyperparameters, double time) throws IOException {
        return Message.of(data -> data.writeByteArray(DATA_START, Message.of(start -> {
            for (Map.Entry<String, String> entry : hyperparameters.entrySet()) {
                start.writeByteArray(START_HPARAMS, entry(entry.getKey(), entry.getValue()));
            }
            start.writeDouble(START_TIME, time);
        })));
    }

    /** A training ends. */
    static byte[] end(boolean success, double time) throws IOException {
        return Message.of(data -> data.writeByteArray(DATA_END, Message.of(end -> {
            end.writeEnum(END_STATUS, success ? SUCCESS : FAILURE);
            end.writeDouble(END_TIME, time);
        })));
    }

    private static byte[] entry(String key, String text) throws IOException {
        return Message.of(entry -> {
            entry.writeString(ENTRY_KEY, key);
            entry.writeByteArray(ENTRY_VALUE, Message.of(value -> write(text, value)));
        });
    }

    /** TensorBoard filters numbers by ranges and has check boxes for truths; all else is text. */
    private static void write(String text, CodedOutputStream value) throws IOException {
        OptionalDouble number = number(text);
        if (number.isPresent()) {
            value.writeDouble(VALUE_NUMBER, number.getAsDouble());
        } else if (text.equals("true") || text.equals("false")) {
            value.writeBool(VALUE_BOOL, Boolean.parseBoolean(text));
        } else {
            value.writeString(VALUE_TEXT, text);
        }
    }

    private static OptionalDouble number(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(text.length() - 1))) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException notOne) {
            return OptionalDouble.empty();
        }
    }
}
