package org.backprop.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backprop.help.Reference.Group;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Range;
import org.backprop.model.TypeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {

    record Member(Group group, TypeInfo type) {
        String page() {
            return HelpFolder.read(HelpFolder.ROOT.resolve(group.page(type)));
        }

        @Override
        public String toString() {
            return group.name() + "/" + type.key();
        }
    }

    static Stream<Group> groups() {
        return Reference.groups().stream();
    }

    static Stream<Member> members() {
        return groups().flatMap(group -> group.types().stream().map(type -> new Member(group, type)));
    }

    @Test
    void everyTypeOfEveryFamilyHasAPage() {
        Set<String> described = members().map(Member::toString).collect(Collectors.toSet());
        for (Family family : Family.values()) {
            for (String key : Catalogue.keys(family)) {
                assertTrue(described.contains(Reference.folder(family) + "/" + key), family + " " + key);
            }
        }
        assertTrue(described.containsAll(List.of("section/training", "section/split", "section/pruning")));
    }

    @ParameterizedTest
    @MethodSource("members")
    void aPageSaysWhatTheTypeDoesAndWhereItComesFrom(Member member) {
        String page = member.page();
        assertTrue(page.contains(Html.escape(member.type().doc())));
        assertEquals(!member.type().source().isEmpty(), page.contains("<h2>Source</h2>"));
    }

    @ParameterizedTest
    @MethodSource("members")
    void aTypeWithAFormulaHasItDrawnAsMathematics(Member member) {
        if (!member.type().formula().isEmpty()) {
            assertTrue(member.page().contains("<div class=\"formula\">\n<math"), "no formula in formulas/");
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void aPageHasEachParameterWithDefaultRangeAndUnit(Member member) {
        String page = member.page();
        for (ParameterInfo parameter : member.type().parameters()) {
            int start = page.indexOf("<tr id=\"" + parameter.key() + "\">");
            assertTrue(start >= 0, parameter.key());
            String row = page.substring(start, page.indexOf("</tr>", start));
            assertTrue(row.contains(Html.escape(parameter.doc())), row);
            assertTrue(row.contains(Html.escape(parameter.unit())), row);
            assertTrue(
                    row.contains(
                            parameter.required()
                                    ? "required"
                                    : parameter.defaultValue().orElse("none")),
                    row);
            if (parameter.choices().isEmpty() && !parameter.range().equals(Range.ALL)) {
                assertTrue(row.contains(Html.escape(parameter.range().describe())), row);
            }
            for (String choice : parameter.choices()) {
                assertTrue(row.contains(">" + choice + "<"), row);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void formulasNameOnlyTypesAndParametersThatThereAre(Group group) throws IOException {
        Formulas formulas = Formulas.read(HelpFolder.SOURCES.resolve("formulas/" + group.name() + ".yaml"));
        Map<String, Set<String>> known = group.types().stream()
                .collect(Collectors.toMap(
                        TypeInfo::key,
                        type -> type.parameters().stream()
                                .map(ParameterInfo::key)
                                .collect(Collectors.toSet())));
        Set<String> unknown = new TreeSet<>(formulas.types().keySet());
        unknown.removeAll(known.keySet());
        assertEquals(Set.of(), unknown);
        formulas.own().forEach((type, symbols) -> {
            assertTrue(known.getOrDefault(type, Set.of()).containsAll(symbols.keySet()), type + " " + symbols);
            symbols.keySet()
                    .forEach(key -> assertFalse(
                            formulas.symbol(type, key).isEmpty(),
                            type + ": the symbol of " + key + " is in no formula"));
        });
        Set<String> all = known.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertTrue(
                all.containsAll(formulas.symbols().keySet()), formulas.symbols().toString());
    }

    @Test
    void activationsLossesAndSchedulesHaveACurve() {
        Set<String> curved = Set.of("activation", "loss", "schedule");
        List<String> without = members()
                .filter(member -> curved.contains(member.group().name()))
                .filter(member -> !member.page().contains("<polyline"))
                .map(Member::toString)
                .toList();
        assertEquals(List.of("schedule/on_plateau"), without, "what follows a metric is no function of time");
    }
}
