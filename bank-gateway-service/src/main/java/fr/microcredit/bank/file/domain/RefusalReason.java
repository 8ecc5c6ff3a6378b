package fr.microcredit.bank.file.domain;

/** Why a bank does not lend; closed, since free words could tell what does not belong into events. */
public enum RefusalReason {
    REPAYMENT_DOUBTFUL, AMOUNT_TOO_HIGH, RISK_TOO_HIGH, INCOME_UNSTABLE, FILE_INCOMPLETE, GUARANTEE_DECLINED, OTHER
}
