package fr.microcredit.bank.loan.domain;

import java.util.List;

/** What became of a report on a loan: a new state with its events, or a refusal. */
public sealed interface LoanDecision {
    /** The report holds; a repeated one has no events. */
    record Accepted(Loan loan, List<LoanEvent> events) implements LoanDecision {
    }

    /** The report does not hold. */
    record Refused(Refusal refusal) implements LoanDecision {
    }

    /** Kinds of refusals. */
    enum Refusal {
        NO_SUCH_INSTALMENT,
        /** An older instalment has to be paid first. */
        EARLIER_UNPAID,
        /** It was reported otherwise before. */
        ALREADY_REPORTED,
        /** Another amount than the instalment's. */
        WRONG_AMOUNT,
        /** It is not due yet. */
        NOT_DUE,
        /** The Region has ordered no rebate. */
        NO_REBATE_ORDERED,
        /** Before the loan was paid out, or before the payment of an older instalment. */
        DATES_OUT_OF_ORDER
    }

    static LoanDecision refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
