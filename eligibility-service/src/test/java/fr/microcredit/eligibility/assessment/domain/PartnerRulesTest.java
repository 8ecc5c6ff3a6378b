package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.assessment.domain.Partners.ProposedBank;
import fr.microcredit.eligibility.assessment.domain.Terms.ReportingDays;
import fr.microcredit.eligibility.directory.domain.AccompanyingBody;
import fr.microcredit.eligibility.directory.domain.Convention;
import fr.microcredit.eligibility.directory.domain.Convention.Duty;
import fr.microcredit.eligibility.directory.domain.Convention.Report;
import fr.microcredit.eligibility.directory.domain.Entries;
import fr.microcredit.eligibility.directory.domain.GuaranteeCall;
import fr.microcredit.eligibility.directory.domain.GuaranteeCall.Sharing;
import fr.microcredit.eligibility.directory.domain.RepaymentClause;
import fr.microcredit.eligibility.directory.domain.RepaymentClause.DeferralInterest;
import fr.microcredit.eligibility.directory.domain.RepaymentClause.Imputation;
import fr.microcredit.eligibility.scheme.domain.Altered;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** With whom a request is lent: a request of 2008-09-15 at Dijon, whose scheme has the bank's 4.40 % and fcs for 0.50. */
class PartnerRulesTest {
    private static final Convention OPEN = Entries.convention("one", "1", "2007-09-01", "");
    private static final AccompanyingBody BODY = Entries.body("", "21231", "dijon");

    private static Case with(String since, Convention convention, AccompanyingBody body) {
        return Request.atDijon().toCase()
                .with(new Partners(Optional.of(new ProposedBank("cm-dijon", LocalDate.parse(since))),
                        Optional.ofNullable(convention), Optional.ofNullable(body)));
    }

    private static String code(Case c, String rule) {
        return Assessor.assess(c).outcomes().stream().filter(each -> each.rule().equals(rule)).findFirst()
                .map(each -> each.result() + " " + each.code()).orElse("nothing");
    }

    @ParameterizedTest(name = "a convention up to 2008-09-14, asked on {0}: {1}")
    @CsvSource({"2008-09-14, PASS within", "2008-09-15, FAIL convention-ended"})
    void aConventionThatEndedYesterdayTakesNoFile(String since, String said) {
        Convention ended = Entries.convention("one", "2", "2007-09-01", "2008-09-14");
        assertEquals(said, code(with(since, ended, BODY), "convention"));
        assertEquals(said.startsWith("PASS") ? Verdict.ELIGIBLE : Verdict.INELIGIBLE,
                Assessor.assess(with(since, ended, BODY)).verdict());
    }

    @Test
    void aBankWithoutConventionTakesNone() {
        assertEquals("FAIL without-convention", code(with("2008-09-15", null, BODY), "convention"));
        assertEquals("PASS within", code(with("2008-09-15", OPEN, BODY), "convention"));
        assertEquals("nothing", code(Request.atDijon().toCase(), "convention"), "nobody has chosen a bank");
    }

    @ParameterizedTest(name = "up to {0}, serving {1} under {2}: {3}")
    @CsvSource({"2008-09-15, 21231, dijon, PASS within", "2008-09-14, 21231, dijon, FAIL body-ended",
            "2009-01-01, 21231, national, FAIL not-under-this-scheme",
            "2009-01-01, 51454, dijon, FAIL commune-not-served", "2009-01-01, 21, dijon, PASS within"})
    void theOfficeWorksUnderTheSchemeAndServesTheCommune(String to, String commune, String scheme, String said) {
        assertEquals(said, code(with("2008-09-15", OPEN, Entries.body(to, commune, scheme)), "accompanying-body"));
    }

    @Test
    void anOfficeThatIsNotListedIsToldSo() {
        Case unlisted = with("2008-09-15", OPEN, null);
        assertEquals("nothing", code(unlisted, "accompanying-body"));
        assertEquals(1, Assessor.assess(unlisted).notes().stream()
                .filter(each -> each.code().equals("office-not-listed")).count());
    }

    @Test
    void theTermsAreFrozenOnTheConvention() {
        Terms plain = Terms.of(with("2008-09-15", OPEN, BODY));
        assertEquals(Optional.of("one/1"), plain.conventionVersion());
        assertEquals(Optional.of(true), plain.loanWithoutGuarantee());
        assertEquals(Optional.of(false), plain.loanWithoutSubsidy());
        assertEquals(Rate.ofPercent("4.40"), plain.bankRate(), "the scheme's, where the convention says nothing");
        assertEquals(new BigDecimal("0.50"), plain.guarantees().get(0).share());
        assertEquals(Optional.empty(), plain.bankAnswerDays(), "nobody's silence is counted where nothing is agreed");

        Terms stated = Terms.of(with("2008-09-15", Entries.stating(OPEN, "3.90", "0.40"), BODY));
        assertEquals(Rate.ofPercent("3.90"), stated.bankRate());
        assertEquals(new BigDecimal("0.40"), stated.guarantees().get(0).share());
        assertEquals(30, stated.reservationDays());
        assertEquals(Optional.of(14), stated.bankAnswerDays());
    }

    @Test
    void withinHowManyDaysTheBankReportsIsFrozenToo() {
        Convention stating = Altered.copy(OPEN, "reporting",
                List.of(new Duty(Report.INSTALMENT, 5, "test"), new Duty(Report.MISSED_INSTALMENT, 10, "test")));
        assertEquals(Optional.of(new ReportingDays(Optional.empty(), Optional.of(5), Optional.of(10))),
                Terms.of(with("2008-09-15", stating, BODY)).reportingDays());
        assertEquals(Optional.empty(), Terms.of(with("2008-09-15", OPEN, BODY)).reportingDays(), "says nothing");
    }

    /** The clauses of the day on which the bank was asked hold until the loan ends, whatever a later version says. */
    @Test
    void howTheGuaranteeIsCalledAndMoneyCountedIsFrozenToo() {
        GuaranteeCall call = new GuaranteeCall(3, false, 15, Sharing.HALF_TO_GUARANTORS,
                Optional.of(Money.ofCents(2_500_000)));
        RepaymentClause repayment = new RepaymentClause(Imputation.INTEREST_FIRST, 5, DeferralInterest.ADDED_AT_END, 3);
        Convention stating = Altered.copy(Altered.copy(OPEN, "guaranteeCall", Optional.of(call)), "repayment",
                Optional.of(repayment));
        Terms terms = Terms.of(with("2008-09-15", stating, BODY));
        assertEquals(Optional.of(call), terms.guaranteeCall());
        assertEquals(Optional.of(repayment), terms.repayment());
        assertEquals(Optional.of(call), terms.withCapJudged().guaranteeCall(),
                "a judgement of the cap changes nothing");
        assertEquals(Optional.of(repayment), terms.withCapJudged().repayment());
        Terms silent = Terms.of(with("2008-09-15", OPEN, BODY));
        assertEquals(Optional.empty(), silent.guaranteeCall());
        assertEquals(Optional.empty(), silent.repayment());
    }

    /** Another revision at the same bank keeps the day on which that bank was first asked; another bank has its own. */
    @Test
    void aBankIsAskedOnTheDayItWasFirstProposed() {
        Submission first = submission(1, "cm-dijon", "2008-07-01");
        assertEquals(Optional.of(new ProposedBank("cm-dijon", LocalDate.parse("2008-07-01"))),
                submission(2, "cm-dijon", "2008-09-15").after(List.of(first)).bank());
        assertEquals(Optional.of(new ProposedBank("ce-bourgogne", LocalDate.parse("2008-09-15"))),
                submission(2, "ce-bourgogne", "2008-09-15").after(List.of(first)).bank());
    }

    private static Submission submission(int revision, String bank, String on) {
        LocalDate day = LocalDate.parse(on);
        About about = About.dossier(new java.util.UUID(0, 2), new java.util.UUID(0, 3), "ccas-dijon");
        return new Submission(about, revision, 1, Request.atDijon().wish(), Optional.of(new ProposedBank(bank, day)),
                day);
    }
}
