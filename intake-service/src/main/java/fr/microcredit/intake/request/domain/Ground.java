package fr.microcredit.intake.request.domain;

/** Why this loan and not another: refused elsewhere, other aid does not suffice, or the person did not dare to ask. */
public enum Ground {
    REFUSED_ORDINARY_LOAN, AID_INSUFFICIENT, NOT_ASKED
}
