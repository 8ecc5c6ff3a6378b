package fr.microcredit.intake.accompaniment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.intake.request.domain.Approval;
import fr.microcredit.intake.request.domain.Funding;
import fr.microcredit.intake.request.domain.Funding.Share;
import fr.microcredit.intake.request.domain.Funding.SubsidyPayer;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.Requested;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.intake.request.domain.WithdrawalRules;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** The bank would go on with 30 % of fcs, which has not the capacity for more. */
class ProposalRulesTest {
    private static final Request SENT = Requested.at(Stage.TRANSMITTED, 2, true);
    private static final LocalDate ON = SENT.lastOn().plusDays(3);
    private static final List<Share> LESS = List.of(new Share("fcs", new BigDecimal("0.30")));
    private static final BankProposal PROPOSAL = new BankProposal(1, LESS, List.of());

    @ParameterizedTest
    @EnumSource(SubsidyPayer.class)
    void whatIsAgreedOnIsAnotherRevision(SubsidyPayer payer) {
        Decision.Accepted<Request, RequestEvent> agreed = accepted(
                ProposalRules.agree(SENT, proposed(2), new ProposalRules.Answer(payer, true, true), ON));
        Funding funding = new Funding(LESS, payer);
        assertEquals(Stage.AMENDED, agreed.state().stage());
        assertEquals(3, agreed.state().revision());
        assertEquals(SENT.about(), agreed.state().about(), "the bank has it still");
        assertEquals(SENT.approval().orElseThrow().conditions(), agreed.state().approval().orElseThrow().conditions());
        assertEquals(Optional.of(funding), agreed.state().approval().flatMap(Approval::funding));
        RequestEvent.Amended amended = (RequestEvent.Amended) agreed.events().get(0);
        assertEquals(Optional.of(funding), amended.funding());
        assertEquals(RequestEvent.Cause.FUNDING, amended.cause());
        assertEquals(List.of(RequestEvent.Part.FUNDING), amended.changed());
    }

    @Test
    void whatIsNotAgreedOnIsToldToTheBank() {
        Decision.Accepted<Request, RequestEvent> declined = accepted(ProposalRules.decline(SENT, proposed(2), ON));
        assertEquals(List.of(new RequestEvent.ProposalDeclined(1)), declined.events());
        assertEquals(Stage.TRANSMITTED, declined.state().stage());
        assertEquals(2, declined.state().revision());
    }

    @ParameterizedTest
    @EnumSource(value = LoanStage.class, names = "BANK_PROPOSED", mode = EnumSource.Mode.EXCLUDE)
    void withoutAProposalThereIsNothingToAnswer(LoanStage stage) {
        Optional<Accompaniment> known = Optional.of(new Accompaniment(SENT.about(), 2, stage, Optional.empty(),
                Optional.of(PROPOSAL), SENT.lastOn()));
        assertEquals(List.of("dossier-stage"), codes(
                ProposalRules.agree(SENT, known, new ProposalRules.Answer(SubsidyPayer.BORROWER, true, true), ON)));
        assertEquals(List.of("dossier-stage"), codes(ProposalRules.decline(SENT, known, ON)));
        assertEquals(Optional.empty(), ProposalRules.pending(SENT, known));
    }

    /** The borrower has too little left at the bank's rate: the office pays. */
    /** The bank proposes to go on without a guarantee. */
    @ParameterizedTest(name = "{0}, without guarantee: {1}, without subsidy: {2}")
    @CsvSource(delimiter = '|', value = {"BORROWER|true|true|", "OFFICE|true|false|",
            "BORROWER|true|false|convention-requires-subsidy", "ENVELOPE|false|true|convention-requires-guarantee",
            "BORROWER|false|false|convention-requires-guarantee convention-requires-subsidy"})
    void theConventionSaysWithoutWhatALoanMayLive(SubsidyPayer payer, boolean guarantee, boolean subsidy,
            String codes) {
        Optional<Accompaniment> bare = Optional.of(new Accompaniment(SENT.about(), 2, LoanStage.BANK_PROPOSED,
                Optional.empty(), Optional.of(new BankProposal(1, List.of(), List.of())), SENT.lastOn()));
        assertEquals(codes == null ? List.of() : List.of(codes.split(" ")), codes(ProposalRules.agree(SENT, bare,
                new ProposalRules.Answer(payer, guarantee, subsidy), ON)));
    }

    @ParameterizedTest
    @CsvSource({"FOUND_INELIGIBLE, true, ''", "FOUND_INELIGIBLE, false, dossier-stage", "AMENDED, true, dossier-stage",
            "INELIGIBLE, true, dossier-stage", "WITHDRAWN, true, dossier-stage"})
    void whatDoesNotFitIsAnsweredOnceMore(Stage stage, boolean answered, String code) {
        Request found = Requested.at(stage, 3, true);
        Request asked = answered
                ? found.approvedAs(found.approval().orElseThrow()
                        .funded(Optional.of(new Funding(LESS, SubsidyPayer.BORROWER))))
                : found;
        Decision<Request, RequestEvent> again = ProposalRules.agree(asked, proposed(2),
                new ProposalRules.Answer(SubsidyPayer.OFFICE, true, true), ON);
        assertEquals(code.isEmpty() ? List.of() : List.of(code), codes(again));
        assertEquals(List.of("dossier-stage"), codes(ProposalRules.decline(asked, proposed(2), ON)));
    }

    /** The applicant has asked to be let go: the bank answers that first. */
    @Test
    void whoseWithdrawalIsPendingAgreesToNothing() {
        Request leaving = ((Decision.Accepted<Request, RequestEvent>) WithdrawalRules.withdraw(SENT,
                RequestEvent.WithdrawalReason.APPLICANT, ON)).state();
        assertEquals(List.of("withdrawal-pending"), codes(ProposalRules.agree(leaving, proposed(2),
                new ProposalRules.Answer(SubsidyPayer.ENVELOPE, true, true), ON)));
        assertEquals(List.of("withdrawal-pending"), codes(ProposalRules.decline(leaving, proposed(2), ON)));
    }

    private static Optional<Accompaniment> proposed(int revision) {
        return Optional.of(new Accompaniment(SENT.about(), revision, LoanStage.BANK_PROPOSED, Optional.empty(),
                Optional.of(PROPOSAL), SENT.lastOn()));
    }

    private static Decision.Accepted<Request, RequestEvent> accepted(Decision<Request, RequestEvent> decision) {
        return (Decision.Accepted<Request, RequestEvent>) decision;
    }

    private static List<String> codes(Decision<Request, RequestEvent> decision) {
        return decision instanceof Decision.Refused<Request, RequestEvent> refused
                ? refused.reasons().stream().map(Reason::code).toList()
                : List.of();
    }
}
