package fr.microcredit.eligibility.directory.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.commune.Communes;
import fr.microcredit.eligibility.directory.persistence.ShippedEntryFile;
import fr.microcredit.eligibility.scheme.domain.Altered;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** What an entry may say, by itself and beside what is published. */
class EntryCheckTest {
    private static final List<Scheme> DIJON = List.of(Files.scheme("dijon-demonstration-1"));
    private static final Bank BANK = Entries.bank("1", "2007-09-01", "2020-12-31");
    private static final Convention FITS = Entries.convention("one", "1", "2007-09-01", "2010-12-31");

    private static List<String> faults(Entry fresh, Entry... published) {
        return EntryCheck.of(fresh, Entries.directory(published), DIJON, code -> code.equals("21231")).stream()
                .map(each -> each.pointer() + " " + each.code()).toList();
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(nullValues = "-", value = {"2007-09-01, 2020-12-31, ",
            "2008-01-01, 2007-12-31, /to ends-before-it-begins",
            "2007-08-31, 2010-12-31, /convention/bankId outside-the-approval|/convention/schemeId outside-the-scheme",
            "2008-01-01, 2021-01-01, /convention/bankId outside-the-approval",
            "2008-01-01, -, /convention/bankId outside-the-approval"})
    void aConventionLiesWithinItsBankAndScheme(String from, String to, String expected) {
        assertEquals(expected == null ? List.of() : Arrays.asList(expected.split("\\|")),
                faults(Entries.convention("one", "1", from, to), BANK));
    }

    @Test
    void aConventionNamesABankAndASchemeThatAreThere() {
        assertEquals(List.of("/convention/bankId unknown-bank"), faults(FITS));
        assertEquals(List.of("/convention/schemeId unknown-scheme"),
                faults(Altered.copy(FITS, "schemeId", "nowhere"), BANK));
        Bank other = Altered.copy(BANK, "id", "ce-bourgogne");
        assertEquals(List.of("/convention/bankId bank-not-of-the-scheme"),
                faults(Altered.copy(FITS, "bankId", "ce-bourgogne"), BANK, other));
    }

    @ParameterizedTest(name = "beside 2007-09-01 to 2010-12-31, from {0}: {1}")
    @CsvSource({"2010-12-31, 1", "2011-01-01, 0"})
    void twoConventionsOfOneBankAndSchemeNeverOverlap(String from, int overlaps) {
        List<String> expected = overlaps == 0 ? List.of() : List.of("/from overlaps-convention");
        assertEquals(expected, faults(Entries.convention("two", "1", from, "2012-12-31"), BANK, FITS));
        assertEquals(List.of(), faults(Entries.convention("one", "2", from, "2012-12-31"), BANK, FITS), "its own");
    }

    /** An end lets another convention begin. */
    @Test
    void whatWasEndedOverlapsNoMore() {
        Convention fresh = Entries.convention("two", "1", "2009-01-01", "2010-06-30");
        assertEquals(List.of("/from overlaps-convention"), faults(fresh, BANK, FITS));
        assertEquals(List.of(), faults(fresh, BANK, FITS, Entries.convention("one", "2", "2007-09-01", "2008-12-31")));
    }

    @ParameterizedTest(name = "{0} %, share {1}: {2}")
    @CsvSource({"4.40, 0.50, ", "1, 0.9999, ", "0.99, 0.50, /convention/bankRate below-the-borrower-rate",
            "4.40, 1, /convention/guarantees shares-leave-the-bank-nothing",
            "4.40, 0, /convention/guarantees share-of-nothing"})
    void rateAndShares(String rate, String share, String expected) {
        assertEquals(expected == null ? List.of() : List.of(expected),
                faults(Entries.stating(FITS, rate, share), BANK));
    }

    @Test
    void aReportIsDueWithinOneNumberOfDays() {
        Convention.Duty soon = new Convention.Duty(Convention.Report.INSTALMENT, 5, "test");
        Convention.Duty late = new Convention.Duty(Convention.Report.INSTALMENT, 10, "test");
        Convention.Duty missed = new Convention.Duty(Convention.Report.MISSED_INSTALMENT, 10, "test");
        assertEquals(List.of(), faults(Altered.copy(FITS, "reporting", List.of(soon, missed)), BANK));
        assertEquals(List.of("/convention/reporting named-twice"),
                faults(Altered.copy(FITS, "reporting", List.of(soon, missed, late)), BANK));
    }

    /** The model convention (domain.md A.9); what it does not say is the platform's own. */
    @Test
    void everyShippedConventionSaysHowTheGuaranteeIsCalledAndMoneyCounted() {
        GuaranteeCall call = new GuaranteeCall(3, false, 15, GuaranteeCall.Sharing.HALF_TO_GUARANTORS,
                Optional.empty());
        RepaymentClause repayment = new RepaymentClause(RepaymentClause.Imputation.INTEREST_FIRST, 5,
                RepaymentClause.DeferralInterest.ADDED_AT_END, 3);
        List<Convention> conventions = new ShippedEntryFile().entries().stream()
                .flatMap(each -> each instanceof Convention convention ? Stream.of(convention) : Stream.empty())
                .toList();
        assertFalse(conventions.isEmpty());
        for (Convention each : conventions) {
            assertEquals(Optional.of(call), each.guaranteeCall(), each.id());
            assertEquals(Optional.of(repayment), each.repayment(), each.id());
            assertTrue(each.source().contains("8 mars 2007") && each.source().contains("Réglage"), each.source());
            assertTrue(each.source().length() <= 300, "as the form has it");
        }
    }

    @Test
    void aBanksApprovalOutlastsItsConventions() {
        assertEquals(List.of("/to convention-outlasts"), faults(Entries.bank("2", "2007-09-01", "2010-12-30"), BANK,
                FITS));
        assertEquals(List.of(), faults(Entries.bank("2", "2007-09-01", "2010-12-31"), BANK, FITS));
    }

    @Test
    void aBodyServesCommunesAndSchemesThatAreThere() {
        assertEquals(List.of(), faults(Entries.body("", "21231", "dijon")));
        assertEquals(List.of("/accompanyingBody/territory/0 unknown-commune",
                "/accompanyingBody/schemeIds/0 unknown-scheme"), faults(Entries.body("", "21999", "nowhere")));
        assertEquals(List.of("/id id-of-another-kind"),
                faults(Altered.copy(BANK, "id", "ccas-dijon"), Entries.body("", "21231", "dijon")));
    }

    /** Another bank's longer approval is none of this one's. */
    @Test
    void theApprovalIsThatOfTheBankItself() {
        Bank brief = Entries.bank("1", "2007-09-01", "2010-12-30");
        Bank other = Altered.copy(BANK, "id", "banque-demonstration");
        assertEquals(List.of("/convention/bankId outside-the-approval"), faults(FITS, brief, other));
        assertEquals(List.of("/bank/territories/1 unknown-commune"),
                faults(Altered.copy(BANK, "territories", List.of("21231", "99"))));
    }

    /** A convention's identifier is its parties' for ever. */
    @Test
    void anIdentifierIsOfOneConvention() {
        Bank other = Altered.copy(BANK, "id", "banque-demonstration");
        Convention moved = Altered.copy(FITS, "bankId", "banque-demonstration");
        assertEquals(List.of(), faults(moved, BANK, other));
        assertEquals(List.of("/id id-of-another-convention"), faults(moved, BANK, other, FITS));
    }

    /** From the first day of its first version to the last of its last. */
    @ParameterizedTest(name = "versions until {0} and {1}, a convention until {2}: {3}")
    @CsvSource({"2008-12-31, 2010-12-31, 2010-12-31, ''", "2010-12-31, 2008-12-31, 2010-12-31, ''",
            "2008-12-31, 2010-12-31, 2011-01-01, /convention/schemeId outside-the-scheme",
            "2008-12-31, , 2011-01-01, ''", "2010-12-31, 2010-12-30, 2010-12-31, ''"})
    void aConventionLastsNoLongerThanItsScheme(LocalDate first, LocalDate second, String to, String fault) {
        List<Scheme> versions = Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .map(last -> Altered.copy(DIJON.get(0), "validTo", last)).toList();
        assertEquals(fault.isEmpty() ? List.of() : List.of(fault),
                EntryCheck.of(Entries.convention("one", "1", "2007-09-01", to), Entries.directory(BANK), versions,
                        code -> true).stream().map(each -> each.pointer() + " " + each.code()).toList());
    }

    /** The release's own entries are published at the start without being asked again. */
    @Test
    void whatIsShippedFits() {
        List<Scheme> schemes = List.of("dijon-demonstration-1", "reims-demonstration-1", "ploermel-demonstration-1",
                "national-demonstration-2017", "national-demonstration-2022", "poitou-charentes-demonstration-1")
                .stream().map(Files::scheme).toList();
        Communes communes = Communes.shipped();
        List<Entry> before = new ArrayList<>();
        for (Entry each : new ShippedEntryFile().entries()) {
            assertEquals(List.of(), EntryCheck.of(each, Entries.directory(before.toArray(Entry[]::new)), schemes,
                    code -> communes.isKnown(code) || communes.isKnownDepartment(code)), each.key());
            before.add(each);
        }
        schemes.forEach(scheme -> scheme.support().banks().required().forEach(bank -> assertEquals(1,
                before.stream().filter(each -> each instanceof Convention convention
                        && convention.isBetween(bank.bankId(), scheme.schemeId())
                        && !convention.from().isAfter(scheme.validFrom())).count(),
                scheme.version() + " " + bank.bankId())));
    }
}
