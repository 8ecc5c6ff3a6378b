package fr.microcredit.observatory.facts.domain;

import java.util.Locale;

/** What is remembered of a dossier: dates of its steps, codes, amounts in cents, counts. Nothing of the person. */
public enum FactField {
    SCHEME_ID(Merge.REPLACE), PURPOSE(Merge.REPLACE), OPENED_ON(Merge.KEEP_FIRST), SUBMITTED_ON(Merge.KEEP_FIRST),
    REQUESTED_CENTS(Merge.REPLACE), ELIGIBLE_ON(Merge.KEEP_FIRST), INELIGIBLE_ON(Merge.REPLACE),
    APPROVED_ON(Merge.KEEP_FIRST), COMMISSION_REFUSED_ON(Merge.REPLACE), TRANSMITTED_ON(Merge.KEEP_FIRST),
    DISAGREED_ON(Merge.KEEP_FIRST), MET_ON(Merge.REPLACE), ACCEPTED_ON(Merge.KEEP_FIRST),
    BANK_REFUSED_ON(Merge.REPLACE), WITHDRAWN_ON(Merge.REPLACE), CONTRACTED_ON(Merge.REPLACE),
    DISBURSED_ON(Merge.REPLACE), PRINCIPAL_CENTS(Merge.REPLACE), TERM_MONTHS(Merge.REPLACE),
    OUTSTANDING_CENTS(Merge.REPLACE), INSTALMENTS_PAID(Merge.ADD), INSTALMENTS_MISSED(Merge.ADD),
    REPAID_ON(Merge.REPLACE), GUARANTEED_CENTS(Merge.REPLACE), SUBSIDY_COMMITTED_CENTS(Merge.REPLACE),
    SUBSIDY_ACCRUED_CENTS(Merge.REPLACE), REBATE_ORDERED_CENTS(Merge.REPLACE), REBATE_CREDITED_CENTS(Merge.REPLACE);

    /** How a new value meets the one known before; each field is written from one topic, whose order is kept. */
    public enum Merge {
        REPLACE, KEEP_FIRST, ADD
    }

    private final Merge merge;

    FactField(Merge merge) {
        this.merge = merge;
    }

    public Merge merge() {
        return merge;
    }

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
