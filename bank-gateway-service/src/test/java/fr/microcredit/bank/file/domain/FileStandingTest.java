package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.bank.file.domain.FileTerms.Frozen;
import fr.microcredit.bank.file.domain.FileTerms.Frozen.Guarantee;
import fr.microcredit.bank.file.domain.FileTerms.Frozen.Subsidy;
import fr.microcredit.bank.file.domain.Round.Answer;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** Where a file stands with the bank: what comes next, whom an acceptance asks, and how the file is found. */
class FileStandingTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 25);
    private static final BankFile SENT = Sent.file(Sent.threeThousand(), ON);

    private static BankFile in(Status state, Answer guarantee, Answer subsidy) {
        return new BankFile(SENT.about(), SENT.request(), ON, state, new Round(1, guarantee, subsidy),
                Optional.empty(), Optional.empty(), Optional.empty(), ON);
    }

    @ParameterizedTest(name = "{0}, guarantee {1}, subsidy {2}: {3}")
    @CsvSource({"RECEIVED, NOT_ASKED, NOT_ASKED, DECIDE", "DISAGREED, NOT_ASKED, NOT_ASKED, AWAIT_MEETING",
            "ACCEPTED, PENDING, PENDING, AWAIT_GUARANTEE", "ACCEPTED, GRANTED, PENDING, AWAIT_GUARANTEE",
            "ACCEPTED, PENDING, GRANTED, AWAIT_GUARANTEE", "ACCEPTED, GRANTED, GRANTED, REPORT_CONTRACT",
            "ACCEPTED, NOT_ASKED, NOT_ASKED, REPORT_CONTRACT", "ACCEPTED, DECLINED, GRANTED, DECIDE_AGAIN",
            "ACCEPTED, GRANTED, EXPIRED, DECIDE_AGAIN", "CONTRACTED, GRANTED, GRANTED, REPORT_DISBURSEMENT",
            "CONTRACTED, EXPIRED, GRANTED, DECIDE_AGAIN", "DISBURSED, GRANTED, GRANTED, NONE",
            "DISBURSED, EXPIRED, GRANTED, NONE", "REFUSED, NOT_ASKED, NOT_ASKED, NONE",
            "WITHDRAWN, DECLINED, GRANTED, NONE"})
    void whatComesNext(Status state, Answer guarantee, Answer subsidy, NextStep next) {
        assertEquals(next, in(state, guarantee, subsidy).nextStep());
    }

    @Test
    void whatComesNextWhereSomebodyElseHasToSpeakFirst() {
        BankFile declined = in(Status.ACCEPTED, Answer.DECLINED, Answer.GRANTED);
        assertEquals(NextStep.AWAIT_OFFICE, declined.proposing(List.of(), ON).nextStep());
        BankFile disagreed = in(Status.DISAGREED, Answer.NOT_ASKED, Answer.NOT_ASKED);
        assertEquals(NextStep.DECIDE_FINALLY, disagreed.after(new Meeting(1, 1, false, ON)).nextStep());
        assertEquals(NextStep.AWAIT_MEETING, disagreed.after(new Meeting(1, 1, true, ON)).nextStep(),
                "the changed request is still to come");
        BankFile paid = in(Status.DISBURSED, Answer.GRANTED, Answer.GRANTED);
        assertEquals(NextStep.REPORT_WITHDRAWAL, paid.withdrawn(Status.DISBURSED, ON, ON).nextStep());
    }

    /** 108.07 of the office's envelope, unless the office bears it besides or nobody does. */
    @ParameterizedTest(name = "guaranteed {0}, subsidy {1} paid by {2}: {3} and {4}")
    @CsvSource({"true, true, , PENDING, PENDING", "false, true, , NOT_ASKED, PENDING",
            "true, false, , PENDING, NOT_ASKED", "true, true, office, PENDING, NOT_ASKED",
            "true, true, region, PENDING, PENDING", "false, false, , NOT_ASKED, NOT_ASKED"})
    void anAcceptanceAsksThoseWhoPay(boolean guaranteed, boolean subsidised, String payer, Answer guarantee,
            Answer subsidy) {
        FileTerms terms = FileTerms.of(new Frozen(Money.ofEuros("3000"), 24, Rate.ofPercent("1"),
                Rate.ofPercent("4.40"), guaranteed ? List.of(new Guarantee("fcs", new BigDecimal("0.50"))) : List.of(),
                Optional.of(new Subsidy("schedule-difference", Optional.ofNullable(payer))).filter(any -> subsidised)),
                new Verbatim("{}"));
        BankFile accepted = Sent.file(terms, ON).decided(Status.ACCEPTED, ON.plusDays(1));
        assertEquals(guarantee, accepted.round().guarantee());
        assertEquals(subsidy, accepted.round().subsidy());
        assertEquals(subsidised, terms.isSubsidised());
        assertEquals(Optional.of(Money.ofEuros("108.07")).filter(any -> subsidy == Answer.PENDING), terms.envelope());
        BankFile refused = Sent.file(terms, ON).decided(Status.DISAGREED, ON);
        assertEquals(Answer.NOT_ASKED, refused.round().guarantee(), "who does not lend asks nobody");
        assertEquals(Answer.NOT_ASKED, refused.round().subsidy());
    }

    @Test
    void eachBankHasAFileOfItsOwn() {
        UUID dossier = new UUID(0, 1);
        assertEquals("00000000-0000-0000-0000-000000000001/cm-dijon", SENT.key());
        assertEquals(dossier, BankFile.dossierOf(SENT.key()));
        assertEquals("cm-dijon", BankFile.bankOf(SENT.key()));
        assertEquals("cm-dijon", SENT.tenant());
        assertEquals("received", SENT.status());
        assertEquals(ON,
                in(Status.DISBURSED, Answer.GRANTED, Answer.GRANTED).under(new Contract(ON, ON), ON.plusDays(9))
                        .day(),
                "sorted by its arrival");
    }

    /** 0.5 and 0.50 are one share; another guarantor's half is another. */
    @Test
    void aShareIsItsValueHoweverItIsWritten() {
        Guarantee half = new Guarantee("fcs", new BigDecimal("0.50"));
        assertEquals(half, new Guarantee("fcs", new BigDecimal("0.5")));
        assertEquals(half.hashCode(), new Guarantee("fcs", new BigDecimal("0.5")).hashCode());
        assertEquals(false, half.equals(new Guarantee("region", new BigDecimal("0.50"))));
        assertEquals(false, half.equals(new Guarantee("fcs", new BigDecimal("0.51"))));
        assertEquals(false, half.equals("fcs"));
        assertEquals(false, half.hashCode() == new Guarantee("region", new BigDecimal("0.5")).hashCode());
    }
}
