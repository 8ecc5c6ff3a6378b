package fr.microcredit.intake.dossier.domain;

import java.util.Locale;

/** Why this loan and not another: refused elsewhere, other aid does not suffice, or the person did not dare to ask. */
public enum Ground {
    REFUSED_ORDINARY_LOAN, AID_INSUFFICIENT, NOT_ASKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code that is none of these */
    public static Ground ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
