package fr.microcredit.eligibility.directory.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.domain.Altered;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;

/** The shares a bank agrees on: the bank always keeps a part (domain.md A.9). */
class ConventionValuesTest {
    /** It may lend where nobody guarantees. */
    private static final Convention PLAIN = Entries.convention("one", "1", "2007-09-01", "");

    private static List<String> faults(Convention convention) {
        return ConventionValues.check(convention, List.of(Files.scheme("dijon-demonstration-1"))).stream()
                .map(each -> each.pointer() + " " + each.code() + " " + String.join(",", each.arguments()))
                .map(String::strip).toList();
    }

    private static Convention sharing(Convention convention, String shares) {
        String[] words = shares.isEmpty() ? new String[0] : shares.split(" ");
        return Altered.copy(convention, "guarantees", Optional.of(new Convention.Shares(
                IntStream.range(0, words.length / 2)
                        .mapToObj(each -> new Guarantee(words[2 * each], new BigDecimal(words[2 * each + 1])))
                        .toList())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"fcs 0.50 region 0.25, ''", "fcs 0.50 region 0.499999, ''",
            "fcs 0.50 region 0.50, /convention/guarantees shares-leave-the-bank-nothing 1.00",
            "fcs 0.80 region 0.50, /convention/guarantees shares-leave-the-bank-nothing 1.30",
            "fcs 0.50 region 0, /convention/guarantees share-of-nothing",
            "fcs 0.20 fcs 0.30, /convention/guarantees named-twice", "fcs 0.000001, ''"})
    void guarantorsLeaveTheBankAPart(String shares, String fault) {
        assertEquals(fault.isEmpty() ? List.of() : List.of(fault), faults(sharing(PLAIN, shares)));
    }

    /** To say that nobody guarantees is to lend without; to say nothing is to leave it to the scheme. */
    @ParameterizedTest(name = "may lend without a guarantee: {0}")
    @CsvSource({"true, ''", "false, /convention/guarantees nobody-guarantees"})
    void whoLendsWithoutAGuaranteeSaysSo(boolean without, String fault) {
        Convention convention = Altered.copy(PLAIN, "loanWithoutGuarantee", without);
        assertEquals(fault.isEmpty() ? List.of() : List.of(fault), faults(sharing(convention, "")));
        assertEquals(List.of(), faults(convention));
    }

    /** Where nobody guarantees there is nobody to call; where the scheme says who does, its guarantors are called. */
    @Test
    void whoCallsAGuaranteeHasOne() {
        Convention calling = Altered.copy(PLAIN, "guaranteeCall", Optional.of(
                new GuaranteeCall(3, false, 15, GuaranteeCall.Sharing.PARI_PASSU, Optional.empty())));
        assertEquals(List.of("/convention/guaranteeCall nobody-to-call"), faults(sharing(calling, "")));
        assertEquals(List.of(), faults(sharing(calling, "fcs 0.50")));
        assertEquals(List.of(), faults(calling), "the scheme's shares");
        assertEquals(List.of(), faults(sharing(PLAIN, "")), "nothing is called");
    }

    /** Of another scheme's borrowers the rate says nothing. */
    @Test
    void aRateIsHeldAgainstItsOwnScheme() {
        Convention cheap = Entries.stating(PLAIN, "0.50", "0.50");
        assertEquals(List.of("/convention/bankRate below-the-borrower-rate 1"), faults(cheap));
        assertEquals(List.of(), faults(Altered.copy(cheap, "schemeId", "national")));
    }
}
