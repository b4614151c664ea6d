package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializerTest {

    private static DenseLayer dense(String parameters) {
        Model model = Texts.model(Texts.layers("- flatten\n- dense: {units: 10" + parameters + "}"));
        return (DenseLayer) model.network().layers().getLast().spec();
    }

    @Test
    void layersStartAsInPyTorchByDefault() {
        assertEquals(new TorchInitializer(), dense("").initializer());
        assertEquals(new TorchInitializer(), dense("").biasInitializer());
    }

    @Test
    void anInitializerIsABareNameAMainParameterOrAMapping() {
        assertEquals(
                new HeInitializer(Distribution.UNIFORM, FanMode.FAN_IN, 0),
                dense(", initializer: he").initializer());
        assertEquals(
                new HeInitializer(Distribution.NORMAL, FanMode.FAN_IN, 0),
                dense(", initializer: {he: normal}").initializer());
        assertEquals(
                new HeInitializer(Distribution.NORMAL, FanMode.FAN_OUT, 0.5),
                dense(", initializer: {he: {distribution: normal, mode: fan_out, negative_slope: 0.5}}")
                        .initializer());
        assertEquals(
                new ConstantInitializer(0.1),
                dense(", bias_initializer: {constant: 0.1}").biasInitializer());
    }

    @Test
    void convolutionsAndLstmsTakeInitializers() {
        Model model = Texts.model(Texts.shaped("[8, 8]", """
                - conv2d: {filters: 2, kernel: 3, initializer: {glorot: normal}, bias_initializer: zeros}
                - flatten
                - dense: {name: left, units: 3}
                - lstm: {name: right, units: 3, initializer: orthogonal, inputs: [input]}
                - add: {inputs: [left, right]}
                - dense: 1"""));
        Conv2dLayer conv = (Conv2dLayer) model.network().layers().get(0).spec();
        assertEquals(new GlorotInitializer(Distribution.NORMAL, 1), conv.initializer());
        assertEquals(new ZerosInitializer(), conv.biasInitializer());
        LstmLayer lstm = (LstmLayer) model.network().layers().get(3).spec();
        assertEquals(new OrthogonalInitializer(1), lstm.initializer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initializer: ‹xavier› | UNKNOWN_TYPE | known are torch, glorot, he",
                "initializer: ‹glorott› | UNKNOWN_TYPE | did you mean glorot?",
                "initializer: {he: ‹unifrom›} | UNKNOWN_TYPE | unknown distribution \"unifrom\": did you mean uniform?",
                "initializer: {he: {mode: ‹fan›}} | UNKNOWN_TYPE | known are fan_in, fan_out",
                "initializer: {normal: {std: ‹-1›}} | OUT_OF_RANGE | std must be at least 0",
                "initializer: {uniform: {low: ‹2›}} | INCONSISTENT | low must not be greater than high",
                "initializer: {truncated_normal: {mean: ‹3›}} | INCONSISTENT | mean must lie between low and high",
                "initializer: {‹constant›: {}} | MISSING | constant needs the key value",
                "bias_initializer: ‹he› | INCONSISTENT | bias_initializer must be one for vectors, is he: use zeros",
            })
    void pointsToTheCause(String parameter, Code code, String message) {
        Expect.problem(code, Texts.layers("- flatten\n- dense: {units: 10, " + parameter + "}"), message);
    }
}
