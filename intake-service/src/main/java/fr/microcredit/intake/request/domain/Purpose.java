package fr.microcredit.intake.request.domain;

/** What a loan is for, as counted by the observatory; which of them a scheme admits is the scheme's matter. */
public enum Purpose {
    HOUSEHOLD_APPLIANCE, RENTAL_DEPOSIT, DRIVING_LICENCE, VEHICLE, TRAINING, REMOVAL, COMPUTER, HEALTH, HOLIDAY,
    DEBT_CONSOLIDATION, OTHER
}
