package fr.microcredit.intake.dossier.domain;

import java.util.Locale;

/** What a loan is for, as counted by the observatory; which of them a scheme admits is the scheme's matter. */
public enum Purpose {
    HOUSEHOLD_APPLIANCE, RENTAL_DEPOSIT, DRIVING_LICENCE, VEHICLE, TRAINING, REMOVAL, COMPUTER, HEALTH, HOLIDAY,
    DEBT_CONSOLIDATION, OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code that is none of these */
    public static Purpose ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
