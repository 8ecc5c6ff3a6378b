package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.file.domain.FileRules.View;
import fr.microcredit.bank.file.domain.FileTerms.Frozen;
import fr.microcredit.bank.file.domain.FileTerms.Frozen.Guarantee;
import fr.microcredit.bank.file.domain.Round.Answer;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** Guaranteed by fcs for 0.50 and by the region for 0.25, and subsidised. */
class ProposalRulesTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 25);
    private static final View YES = new View(true, List.of());
    private static final View NO = new View(false, List.of(RefusalReason.AMOUNT_TOO_HIGH));
    private static final Shortfall NO_CAPACITY = new Shortfall(Shortfall.Of.GUARANTEE, "capacity-exceeded",
            Optional.of("fcs"), Money.ofEuros("1500"));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"'',", "fcs 0.50 region 0.25,", "fcs 0.5,", "fcs 0.30,", "region 0.25 fcs 0.10,",
            "fcs 0.51, more-than-agreed", "other 0.10, more-than-agreed", "fcs 0.10 fcs 0.20, guarantor-twice",
            "fcs 0.60 fcs 0.60, guarantor-twice more-than-agreed"})
    void aBankGoesOnWithWhatWasAgreedOrLess(String guarantees, String codes) {
        assertEquals(codes == null ? List.of() : List.of(codes.split(" ")),
                codes(ProposalRules.propose(declined(), guarantees(guarantees), ON)));
    }

    /** Where the convention asks for a guarantee, the bank goes on with less but not with none. */
    @ParameterizedTest(name = "{0}, allowed without: {1}: {2}")
    @CsvSource({"'', true,", "'', false, convention-requires-guarantee", "fcs 0.10, false,", "'', ,"})
    void theConventionSaysWhetherTheBankMayLendWithoutGuarantee(String guarantees, Boolean allowed, String code) {
        BankFile accepted = accepted(FileRules.decide(file(1, "fcs 0.50", Optional.empty(),
                Optional.ofNullable(allowed)), YES, ON)).state();
        BankFile declined = FileRules.guarantors(accepted, new Reply(1, Answer.DECLINED, List.of(NO_CAPACITY)));
        assertEquals(code == null ? List.of() : List.of(code),
                codes(ProposalRules.propose(declined, guarantees(guarantees), ON)));
    }

    @Test
    void theOfficeIsToldWhatIsMissingAndTheBankWaitsForIt() {
        Decision.Accepted<BankFile, FileEvent> proposed = accepted(
                ProposalRules.propose(declined(), guarantees("region 0.25"), ON.plusDays(1)));
        assertEquals(List.of(new FileEvent.Proposed(1, 1, guarantees("region 0.25"), List.of(NO_CAPACITY))),
                proposed.events());
        BankFile waiting = proposed.state();
        assertEquals(NextStep.AWAIT_OFFICE, waiting.nextStep());
        assertEquals(ON.plusDays(1), waiting.lastOn());
        assertEquals(List.of("office-asked"), codes(FileRules.decide(waiting, YES, ON.plusDays(2))));
        assertEquals(List.of("office-asked"), codes(FileRules.decide(waiting, NO, ON.plusDays(2))));
        assertEquals(List.of("office-asked"), codes(ProposalRules.propose(waiting, List.of(), ON.plusDays(2))));
        Decision.Accepted<BankFile, FileEvent> again = accepted(
                ProposalRules.propose(waiting, guarantees("region 0.250"), ON.plusDays(2)));
        assertEquals(List.of(), again.events(), "the same again changes nothing");
        assertEquals(waiting, again.state());
    }

    @Test
    void whatTheOfficeAgreesToIsDecidedInARoundOfItsOwn() {
        BankFile waiting = accepted(ProposalRules.propose(declined(), List.of(), ON)).state();
        BankFile changed = FileRules.received(Optional.of(waiting), file(2, "", Optional.of("office")));
        assertEquals(NextStep.DECIDE_AGAIN, changed.nextStep());
        Decision.Accepted<BankFile, FileEvent> decided = accepted(FileRules.decide(changed, YES, ON.plusDays(3)));
        assertEquals(2, decided.state().round().number());
        assertEquals(Answer.NOT_ASKED, decided.state().round().guarantee());
        assertEquals(Answer.NOT_ASKED, decided.state().round().subsidy(), "the office pays besides its envelope");
        assertEquals(List.of(), decided.state().round().lost());
        assertEquals(NextStep.REPORT_CONTRACT, decided.state().nextStep());
        FileEvent.Decided event = (FileEvent.Decided) decided.events().get(0);
        assertEquals(Optional.empty(), event.subsidy());
    }

    @Test
    void whatTheOfficeDoesNotAgreeToIsDecidedAgain() {
        BankFile waiting = accepted(ProposalRules.propose(declined(), List.of(), ON)).state();
        assertEquals(waiting, ProposalRules.declined(waiting, 2));
        assertEquals(NextStep.DECIDE_AGAIN, ProposalRules.declined(waiting, 1).nextStep());
    }

    @Test
    void whileEverythingIsGrantedThereIsNothingToPropose() {
        BankFile accepted = accepted(FileRules.decide(file(1, "fcs 0.50", Optional.empty()), YES, ON)).state();
        assertEquals(List.of("file-stage"), codes(ProposalRules.propose(accepted, List.of(), ON)));
        assertEquals(List.of("file-stage"),
                codes(ProposalRules.propose(file(1, "fcs 0.50", Optional.empty()), List.of(), ON)));
    }

    @Test
    void whatHasRunOutIsLostToo() {
        BankFile accepted = accepted(FileRules.decide(file(1, "fcs 0.50", Optional.empty()), YES, ON)).state();
        BankFile lost = FileRules.envelope(FileRules.guarantors(accepted, Reply.of(1, Answer.EXPIRED)),
                Reply.of(1, Answer.EXPIRED));
        assertEquals(List.of(
                new Shortfall(Shortfall.Of.GUARANTEE, "expired", Optional.empty(), Money.ofEuros("1500")),
                new Shortfall(Shortfall.Of.SUBSIDY, "expired", Optional.empty(),
                        lost.terms().envelope().orElseThrow())),
                lost.round().lost());
        assertFalse(lost.awaitsOffice());
    }

    /** In its first round, since fcs has not the capacity. */
    private static BankFile declined() {
        BankFile accepted = accepted(
                FileRules.decide(file(1, "fcs 0.50 region 0.25", Optional.empty()), YES, ON)).state();
        return FileRules.guarantors(accepted, new Reply(1, Answer.DECLINED, List.of(NO_CAPACITY)));
    }

    private static BankFile file(int revision, String guarantees, Optional<String> payer) {
        return file(revision, guarantees, payer, Optional.empty());
    }

    private static BankFile file(int revision, String guarantees, Optional<String> payer,
            Optional<Boolean> withoutGuarantee) {
        FileTerms terms = FileTerms.of(
                new Frozen(Money.ofEuros("1500"), 18, Rate.ofPercent("1"), Rate.ofPercent("4.40"),
                        guarantees(guarantees), Optional.of(new Frozen.Subsidy("schedule-difference", payer)),
                        Optional.of(true),
                        withoutGuarantee, Optional.empty(), Optional.empty(),
                        Optional.empty()),
                new Verbatim("{}"));
        return BankFile.received(About.dossier(new UUID(0, 1), new UUID(0, 2), "ccas-dijon").at("cm-dijon"),
                new FileRequest(revision, "DIJ-2008-0042", "vehicle", terms, List.of(), List.of()), ON);
    }

    private static List<Guarantee> guarantees(String listed) {
        String[] words = listed.split(" ");
        return IntStream.range(0, words.length / 2)
                .mapToObj(at -> new Guarantee(words[2 * at], new BigDecimal(words[2 * at + 1]))).toList();
    }

    private static Decision.Accepted<BankFile, FileEvent> accepted(Decision<BankFile, FileEvent> decision) {
        return (Decision.Accepted<BankFile, FileEvent>) decision;
    }

    private static List<String> codes(Decision<BankFile, FileEvent> decision) {
        return decision instanceof Decision.Refused<BankFile, FileEvent> refused
                ? refused.reasons().stream().map(Reason::code).toList()
                : List.of();
    }
}
