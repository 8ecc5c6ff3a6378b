package fr.microcredit.bank.file.domain;

/** What can be done with a file, or is waited for. */
public enum NextStep {
    DECIDE, AWAIT_MEETING, DECIDE_FINALLY, AWAIT_GUARANTEE, DECIDE_AGAIN,
    /** The bank has said how it would go on, and the office has not answered. */
    AWAIT_OFFICE, REPORT_CONTRACT, REPORT_DISBURSEMENT,
    /** The borrower has withdrawn from a contract on which money may have gone out already: the bank says whether it has. */
    CONFIRM_WITHDRAWAL,
    /** The borrower has withdrawn from a loan that is paid out: capital and interest come back. */
    REPORT_WITHDRAWAL, NONE;

    static NextStep of(BankFile file) {
        if (file.isToBeDecidedAgain()) {
            return file.awaitsOffice() ? AWAIT_OFFICE : DECIDE_AGAIN;
        }
        return switch (file.state()) {
            case RECEIVED -> DECIDE;
            case DISAGREED -> file.awaitsFinalDecision() ? DECIDE_FINALLY : AWAIT_MEETING;
            case ACCEPTED -> file.round().isAnswered() ? REPORT_CONTRACT : AWAIT_GUARANTEE;
            case CONTRACTED -> file.awaitsConfirmation() ? CONFIRM_WITHDRAWAL : REPORT_DISBURSEMENT;
            case DISBURSED -> file.withdrawnOn().isPresent() ? REPORT_WITHDRAWAL : NONE;
            case REFUSED, WITHDRAWN -> NONE;
        };
    }
}
