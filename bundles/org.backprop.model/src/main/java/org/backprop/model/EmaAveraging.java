package org.backprop.model;

/**
 * An exponential moving average of the parameters, after each update; it begins with the parameters after the first. As
 * {@code torch.optim.swa_utils.AveragedModel} with {@code get_ema_multi_avg_fn}.
 *
 * @param decay part of the average that is kept
 */
@SpecType(
        key = "ema",
        doc = "An exponential moving average of the parameters, which is evaluated in their place.",
        formula = "average = decay average + (1 - decay) w after each update",
        source = "torch.optim.swa_utils.get_ema_multi_avg_fn; Polyak and Juditsky 1992")
public record EmaAveraging(
        @SpecParameter(
                doc = "Part of the average that is kept.",
                byDefault = "0.999",
                min = 0,
                max = 1,
                maxExclusive = true,
                main = true)
        double decay)
        implements AveragingSpec {}
