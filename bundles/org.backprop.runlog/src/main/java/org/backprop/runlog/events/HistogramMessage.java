package org.backprop.runlog.events;

import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;

import org.backprop.runlog.tensor.Tensor;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;

/** The fields of a {@code HistogramProto} message. */
final class HistogramMessage implements Wire.Field {
    private final double[] moments = new double[Schema.HISTOGRAM_SUM_SQUARES + 1];
    private final DoubleStream.Builder limits = DoubleStream.builder();
    private final DoubleStream.Builder counts = DoubleStream.builder();

    @Override
    public void read(int tag, CodedInputStream in) throws IOException {
        int field = WireFormat.getTagFieldNumber(tag);
        switch (field) {
            case Schema.HISTOGRAM_LIMIT -> Wire.readRepeated(in, tag, each -> limits.add(each.readDouble()));
            case Schema.HISTOGRAM_BUCKET -> Wire.readRepeated(in, tag, each -> counts.add(each.readDouble()));
            default -> {
                if (field < moments.length) {
                    moments[field] = Wire.readDouble(in, tag);
                } else {
                    in.skipField(tag);
                }
            }
        }
    }

    Histogram toHistogram() throws InvalidProtocolBufferException {
        double[] upper = limits.build().toArray();
        double[] inBucket = counts.build().toArray();
        if (upper.length != inBucket.length) {
            throw new InvalidProtocolBufferException(upper.length + " limits for " + inBucket.length + " buckets");
        }
        return new Histogram(
                moments[Schema.HISTOGRAM_MIN],
                moments[Schema.HISTOGRAM_MAX],
                moments[Schema.HISTOGRAM_NUM],
                moments[Schema.HISTOGRAM_SUM],
                moments[Schema.HISTOGRAM_SUM_SQUARES],
                upper,
                inBucket);
    }

    /** The histogram in a tensor of TensorBoard's own plugin: rows of (lower limit, upper limit, count); sums are estimates. */
    static Histogram ofTensor(Tensor tensor) throws InvalidProtocolBufferException {
        List<Long> shape = tensor.shape();
        if (shape.size() != 2 || shape.get(1) != 3) {
            throw new InvalidProtocolBufferException("a histogram has shape " + shape + " instead of [buckets, 3]");
        }
        int rows = tensor.elements() / 3;
        double[] limits = new double[rows];
        double[] counts = new double[rows];
        double count = 0;
        double sum = 0;
        double sumOfSquares = 0;
        for (int row = 0; row < rows; row++) {
            limits[row] = tensor.get(3 * row + 1);
            counts[row] = tensor.get(3 * row + 2);
            double middle = (tensor.get(3 * row) + limits[row]) / 2;
            count += counts[row];
            sum += counts[row] * middle;
            sumOfSquares += counts[row] * middle * middle;
        }
        double min = rows == 0 ? 0 : tensor.get(0);
        double max = rows == 0 ? 0 : limits[rows - 1];
        return new Histogram(min, max, count, sum, sumOfSquares, limits, counts);
    }
}
