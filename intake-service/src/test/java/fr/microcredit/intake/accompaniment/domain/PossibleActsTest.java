package fr.microcredit.intake.accompaniment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.microcredit.intake.accompaniment.domain.AnotherBankRules.Banks;
import fr.microcredit.intake.accompaniment.domain.AnotherBankRules.Proposal;
import fr.microcredit.intake.accompaniment.domain.PossibleActs.Act;
import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.DifficultyEvent;
import fr.microcredit.intake.difficulty.domain.Ladder;
import fr.microcredit.intake.difficulty.domain.Ladder.Kind;
import fr.microcredit.intake.difficulty.domain.Ladder.Procedure;
import fr.microcredit.intake.difficulty.domain.Ladder.Step;
import fr.microcredit.intake.difficulty.domain.LadderRules;
import fr.microcredit.intake.difficulty.domain.Loans;
import fr.microcredit.intake.request.domain.AmendmentRules;
import fr.microcredit.intake.request.domain.AmendmentRules.Amendment;
import fr.microcredit.intake.request.domain.Approval.Condition;
import fr.microcredit.intake.request.domain.ConditionRules;
import fr.microcredit.intake.request.domain.CorrectionRules;
import fr.microcredit.intake.request.domain.Funding;
import fr.microcredit.intake.request.domain.Funding.Share;
import fr.microcredit.intake.request.domain.Funding.SubsidyPayer;
import fr.microcredit.intake.request.domain.MissingItem;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestEvent.Cause;
import fr.microcredit.intake.request.domain.RequestEvent.WithdrawalReason;
import fr.microcredit.intake.request.domain.RequestRules;
import fr.microcredit.intake.request.domain.RequestRules.Sending;
import fr.microcredit.intake.request.domain.Requested;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.intake.request.domain.WithdrawalRules;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** Every act in every stage: what is not named as possible is refused for the stage, and nothing else is. */
class PossibleActsTest {
    private static final List<Sending> SENDINGS = List.of(new Sending(true, true), new Sending(false, true),
            new Sending(true, false), new Sending(false, false));
    private static final Set<String> OF_THE_STAGE = Set.of("dossier-stage", "not-missing", "bank-without-convention");

    /** Where a dossier can stand: the stage, and with a bank what that has said. */
    record Standing(Stage stage, Optional<LoanStage> withBank, boolean funded, Optional<Difficulty> loan) {
        Standing(Stage stage, Optional<LoanStage> withBank, boolean funded) {
            this(stage, withBank, funded, Optional.empty());
        }

        private static Standing paidOut(LoanStage said, Difficulty loan) {
            return new Standing(Stage.TRANSMITTED, Optional.of(said), false, Optional.of(loan));
        }

        Request request() {
            Request request = Requested.at(stage, 2, stage != Stage.ELIGIBLE && stage != Stage.SUBMITTED
                    && stage != Stage.NEEDS_JUDGEMENT && (stage != Stage.FOUND_INELIGIBLE || funded));
            return funded
                    ? request.with(request.about().at("cm-dijon"), request.content())
                            .approvedAs(request.approval().orElseThrow().funded(Optional.of(
                                    new Funding(List.of(new Share("fcs", BigDecimal.ONE)), SubsidyPayer.BORROWER))))
                    : request;
        }

        Optional<Accompaniment> known(Request request) {
            return withBank.map(said -> new Accompaniment(request.about(), funded ? 1 : 2, said,
                    said == LoanStage.BANK_REFUSED ? Optional.of(LocalDate.MAX) : Optional.empty(),
                    said == LoanStage.BANK_PROPOSED
                            ? Optional.of(new BankProposal(1, List.of(), List.of()))
                            : Optional.empty(),
                    request.lastOn()));
        }
    }

    static Stream<Standing> standings() {
        return Stream.of(Arrays.stream(Stage.values()).map(stage -> new Standing(stage, Optional.empty(), false)),
                Arrays.stream(LoanStage.values())
                        .map(said -> new Standing(Stage.TRANSMITTED, Optional.of(said), false)),
                Stream.of(Standing.paidOut(LoanStage.DISBURSED, Loans.running()),
                        Standing.paidOut(LoanStage.DISBURSED, Loans.open()),
                        Standing.paidOut(LoanStage.DISBURSED, Loans.admitted()),
                        Standing.paidOut(LoanStage.IN_DEFAULT, Loans.inDefault()),
                        Standing.paidOut(LoanStage.REPAID, Loans.over())),
                Stream.of(new Standing(Stage.FOUND_INELIGIBLE, Optional.of(LoanStage.BANK_PROPOSED), true)))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("standings")
    void whatIsNotPossibleIsRefusedForTheStageAndNothingElseIs(Standing standing) {
        Request request = standing.request();
        Optional<Accompaniment> known = standing.known(request);
        for (Sending sending : SENDINGS) {
            Set<Act> possible = EnumSet.noneOf(Act.class);
            for (Act act : Act.values()) {
                if (!isRefusedForTheStage(decide(act, standing, request, known, sending))) {
                    possible.add(act);
                }
            }
            assertEquals(possible,
                    Set.copyOf(PossibleActs.of(request, known, standing.loan(), sending, sending.commissionRequired())),
                    sending.toString());
        }
    }

    /** From every stage that is no end there is a way on or out. */
    @ParameterizedTest
    @MethodSource("standings")
    void nowhereIsThereNoWayOut(Standing standing) {
        Request request = standing.request();
        assertEquals(standing.stage().isFinal(),
                PossibleActs.of(request, standing.known(request), standing.loan(), SENDINGS.get(0), true).isEmpty());
        if (!standing.stage().isFinal()) {
            assertFalse(isRefusedForTheStage(WithdrawalRules.withdraw(request, WithdrawalReason.OTHER,
                    request.lastOn())), "withdrawing is a way out of every stage");
        }
    }

    private static Decision<?, ?> decide(Act act, Standing standing, Request request, Optional<Accompaniment> known,
            Sending sending) {
        return switch (act) {
            case DIFFICULTY_STEPS, DEFERRAL_REQUEST, SUPPORT_REQUEST, OVER_INDEBTEDNESS -> standing.loan()
                    .<Decision<?, ?>>map(loan -> onTheLoan(act, loan)).orElseGet(RequestRules::wrongStage);
            default -> onTheRequest(act, request, known, sending);
        };
    }

    private static Decision<Difficulty, DifficultyEvent> onTheLoan(Act act, Difficulty loan) {
        LocalDate on = LocalDate.of(2010, 12, 1);
        return switch (act) {
            case DIFFICULTY_STEPS -> LadderRules.step(loan, new Step(Kind.CALL,
                    Optional.of(Ladder.Outcome.REACHED), Optional.empty(), Optional.of("agent"), on));
            case DEFERRAL_REQUEST -> LadderRules.askDeferral(loan, 1, 3, "agent", on);
            case SUPPORT_REQUEST -> LadderRules.askSupport(loan,
                    new LadderRules.Request(UUID.randomUUID(), Set.of(8), "why", "agent"), on);
            default -> LadderRules.overIndebtedness(loan, new Procedure(Ladder.Stage.FILED, on), "agent", on);
        };
    }

    private static Decision<Request, RequestEvent> onTheRequest(Act act, Request request,
            Optional<Accompaniment> known, Sending sending) {
        LocalDate on = request.lastOn().plusDays(100);
        var applicant = Requested.born("1980-05-04");
        var other = Requested.born("1980-05-05");
        Amendment amendment = new Amendment(request.about(), other, request.content(), Cause.CORRECTION);
        return switch (act) {
            case CHANGE -> RequestRules.change(request, request.about(), applicant, request.content(), on);
            case SUBMISSION -> RequestRules.submit(request, applicant, Optional.empty(), List.of(), on);
            case AMENDMENTS, ALTERNATIVE -> AmendmentRules.amend(request, applicant, amendment, List.of(), on);
            case RETURN -> AmendmentRules.giveBack(request, Set.of(MissingItem.QUOTE), on);
            case RECEIPTS -> AmendmentRules.receive(request, Set.of(MissingItem.QUOTE), on);
            case APPLICANT_CORRECTION -> CorrectionRules.correct(request, applicant,
                    new CorrectionRules.Correction(other, request.about().personId(), false), on);
            case TRANSMISSION ->
                RequestRules.transmit(request, Optional.of(applicant), sending, on);
            case WITHDRAWAL -> WithdrawalRules.withdraw(request, WithdrawalReason.OTHER, on);
            case ANOTHER_BANK -> AnotherBankRules.propose(request, known, new Proposal("other", on),
                    new Banks(List.of(), sending.hasConvention(), Optional.of(request.lastOn())), on);
            case PROPOSAL_AGREEMENT ->
                ProposalRules.agree(request, known, new ProposalRules.Answer(SubsidyPayer.OFFICE, true, true), on);
            case PROPOSAL_REFUSAL -> ProposalRules.decline(request, known, on);
            case ENTRUSTMENT -> RequestRules.entrust(request, "other", true);
            case CONDITIONS -> ConditionRules.fulfil(request, Set.of(Condition.PAYMENT_TO_SUPPLIER), "agent", on);
            case BANK_REMINDER -> BankAnswerRules.remind(request, known, sending.commissionRequired(), on);
            case CLOSURE -> isRefusedForTheStage(AfterRefusalRules.giveUp(request, known, on))
                    ? AbandonmentRules.abandon(request, known, on)
                    : AfterRefusalRules.giveUp(request, known, on);
            default -> throw new IllegalArgumentException(act.name());
        };
    }

    private static boolean isRefusedForTheStage(Decision<?, ?> decision) {
        return decision instanceof Decision.Refused<?, ?> refused
                && refused.reasons().stream().map(Reason::code).anyMatch(OF_THE_STAGE::contains);
    }
}
