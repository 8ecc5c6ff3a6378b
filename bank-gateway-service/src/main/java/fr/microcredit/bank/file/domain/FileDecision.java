package fr.microcredit.bank.file.domain;

/** What became of a bank's command: a new state with its event, or a refusal. */
public sealed interface FileDecision {
    /** The command holds. */
    record Accepted(BankFile file, FileEvent event) implements FileDecision {
    }

    /** The command does not hold. */
    record Refused(Refusal refusal) implements FileDecision {
    }

    /** Kinds of refusals. */
    enum Refusal {
        /** The file is not at a stage that allows it. */
        WRONG_STAGE,
        /** Before the last word, bank and office have to meet, and what they change has to come back. */
        MEETING_REQUIRED,
        /** Guarantors or envelope have not answered yet. */
        GUARANTEE_PENDING,
        /** Guarantors or envelope have declined, or the reservation has lapsed: the bank decides again. */
        GUARANTEE_DECLINED,
        /** No money moves in the seven days after the borrower's acceptance (Code de la consommation, L312-25). */
        TOO_EARLY,
        /** Dates that do not follow one another. */
        DATES_OUT_OF_ORDER
    }

    static FileDecision refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
