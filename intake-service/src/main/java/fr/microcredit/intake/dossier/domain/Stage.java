package fr.microcredit.intake.dossier.domain;

import java.util.Locale;

/** How far a dossier has come. */
public enum Stage {
    DRAFT, SUBMITTED, NEEDS_JUDGEMENT, ELIGIBLE, FOUND_INELIGIBLE, INELIGIBLE, APPROVED, REFUSED, TRANSMITTED,
    BANK_ACCEPTED, BANK_DISAGREED, CONCERTED, AMENDED, BANK_REFUSED, CONTRACTED, DISBURSED, REPAID, WITHDRAWN;

    /** Nothing changes a dossier any more; later events are only noted. */
    public boolean isFinal() {
        return this == INELIGIBLE || this == REFUSED || this == REPAID || this == WITHDRAWN;
    }

    /** Before the bank has the file, the applicant may give it up without asking anybody. */
    public boolean isBeforeTransmission() {
        return this == DRAFT || this == SUBMITTED || this == NEEDS_JUDGEMENT || this == ELIGIBLE
                || this == FOUND_INELIGIBLE || this == APPROVED;
    }

    /** In kebab case, as it stands in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
