package fr.microcredit.observatory.indicators.domain;

/** Whether indicators are for the whole region or for each office. */
public enum Territory {
    REGION, OFFICE
}
