package fr.microcredit.observatory.indicators.domain;

/** How indicators are cut in time; always by business date. */
public enum PeriodKind {
    YEAR, QUARTER
}
