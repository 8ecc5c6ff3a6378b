package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** Something that has happened to a request, as others are told of it. */
public sealed interface RequestEvent {
    /** An office has opened it. */
    record Opened() implements RequestEvent {
    }

    /**
     * Its figures, for eligibility-service only.
     *
     * @param age             of the applicant, whole years
     * @param residenceMonths where the scheme asks
     */
    record SituationDeclared(int revision, String commune, int age, int personsFrom14, int personsUnder14,
            boolean loneParent, Money resources, Money charges, Money loanInstalments, Money existingDebt,
            boolean overIndebted, Optional<Integer> residenceMonths) implements RequestEvent {
    }

    /**
     * It asks to be assessed.
     *
     * @param fileNumber     people call the dossier by; names no person
     * @param proposedBankId the office proposes
     * @param borrowerRate   the office has chosen, where it has
     * @param bands          for statistics
     */
    record Submitted(int revision, int situationRevision, String fileNumber, String schemeId, String proposedBankId,
            Purpose purpose,
            Ground ground, Money amount, int termMonths, Optional<Rate> borrowerRate,
            Bands bands) implements RequestEvent {
    }

    /** Why a request has changed. */
    enum Cause {
        /** A meeting with the bank. */
        CONCERTATION,
        /** Something was written down wrongly. */
        CORRECTION,
        /** The household's month, or what is asked for, is another one now. */
        NEW_SITUATION,
        /** The commission has adjourned it. */
        ADJOURNMENT,
        /** The applicant takes another amount or term under which the rules are kept. */
        ALTERNATIVE,
        /** Its bank has refused it for good or has left before it had it, and another one is asked. */
        ANOTHER_BANK,
        /** Guarantee or subsidy were declined, and bank and office go on all the same. */
        FUNDING
    }

    /** What has changed of it. */
    enum Part {
        APPLICANT, HOUSEHOLD, BUDGET, SCHEME, BANK, PURPOSE, PROJECT, GROUND, AMOUNT, TERM, RATE, FUNDING
    }

    /**
     * The office, or a meeting with the bank, has changed it: it asks to be assessed again.
     *
     * @param borrowerRate the office has chosen, where it has
     * @param bands        where its office has changed it
     * @param funding      on which bank and office have agreed, where guarantee or subsidy were declined
     */
    record Amended(int revision, int situationRevision, String schemeId, String proposedBankId, Purpose purpose,
            Ground ground, Money amount, int termMonths, Optional<Rate> borrowerRate, Cause cause,
            List<Part> changed, Optional<Bands> bands, Optional<Funding> funding)
            implements
                RequestEvent {
    }

    /**
     * The office does not agree to how the bank would go on.
     *
     * @param round of the bank's decision
     */
    record ProposalDeclined(int round) implements RequestEvent {
    }

    /**
     * The office has given it back to the applicant: until all of that is there the commission does not see it.
     *
     * @param missing all that is awaited, what the commission has asked for included
     */
    record Returned(int revision, List<MissingItem> missing) implements RequestEvent {
        public Returned {
            missing = List.copyOf(missing);
        }
    }

    /** What the commission had refused it has approved by a later decision: the dossier that was closed goes on. */
    record Reopened(int revision) implements RequestEvent {
    }

    /** The office has all that was missing. */
    record Completed(int revision) implements RequestEvent {
    }

    /**
     * The applicant's identity, for the bank of the request only.
     *
     * @param declaredForm without the mark of over-indebtedness: a filing is told to no bank (Code de la consommation,
     *                     L721-3)
     */
    record IdentityDisclosed(Applicant applicant, DeclaredForm declaredForm, LocalDate consentGivenOn)
            implements
                RequestEvent {
        /** The household's month as it was declared. */
        public record DeclaredForm(List<Budget.Line> resources, List<Budget.Line> charges,
                List<Budget.ExistingLoan> loans) {
        }
    }

    /**
     * It goes to the bank.
     *
     * @param fileNumber people call the dossier by; names no person
     * @param conditions of the commission's approval
     * @param fulfilled  those of them that the office has ticked off already
     */
    record Transmitted(int revision, String fileNumber, Purpose purpose, Verbatim terms,
            List<Approval.Condition> conditions,
            List<Approval.Condition> fulfilled)
            implements
                RequestEvent {
    }

    /**
     * The office has seen that conditions of the approval are met.
     *
     * @param fulfilled all that are by now, whichever act has ticked them off
     */
    record ConditionsFulfilled(List<Approval.Condition> fulfilled) implements RequestEvent {
        public ConditionsFulfilled {
            fulfilled = List.copyOf(fulfilled);
        }
    }

    /** Why an applicant gives a request up. */
    enum WithdrawalReason {
        APPLICANT, OTHER_AID, WAITED_TOO_LONG, TOOK_OTHER_CREDIT, NO_CONTACT, OTHER
    }

    /** The applicant gives up what a bank has: it is over once the bank has written it down. */
    record WithdrawalAsked(WithdrawalReason reason) implements RequestEvent {
    }

    /** The applicant has given it up. */
    record Withdrawn(WithdrawalReason reason) implements RequestEvent {
    }

    /** How a dossier ends. */
    enum Outcome {
        INELIGIBLE, REFUSED_BY_COMMISSION, REPAID,
        /** And sent to no other bank as long as the approval was valid, or by the applicant's wish. */
        REFUSED_BY_BANK,
        /** Nobody has heard from the applicant; a named agent says so. */
        ABANDONED,
        /** The bank has given up what was still owed. */
        WRITTEN_OFF
    }

    /** Nothing more is done on it. */
    record Closed(Outcome outcome) implements RequestEvent {
    }
}
