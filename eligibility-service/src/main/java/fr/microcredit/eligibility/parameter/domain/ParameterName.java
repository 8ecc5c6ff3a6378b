package fr.microcredit.eligibility.parameter.domain;

/** The national values that rules refer to. A name that is not here is no parameter, and no rule could ask for it. */
public enum ParameterName {
    /** Net minimum wage for 35 hours, an estimate that depends on contributions; euros a month. */
    SMIC_NET_MONTHLY(Unit.EUROS),
    /** Gross minimum wage for 151.67 hours; euros a month. */
    SMIC_GROSS_MONTHLY(Unit.EUROS),
    /** Gross minimum wage; euros an hour. */
    SMIC_GROSS_HOURLY(Unit.EUROS),
    /** Flat amount of the <i>revenu minimum d'insertion</i> for one person, until 2009-05-31; euros a month. */
    RMI_MONTHLY(Unit.EUROS),
    /** Flat amount of the <i>revenu de solidarité active</i> for one person, from 2009-06-01; euros a month. */
    RSA_MONTHLY(Unit.EUROS),
    /** Usury threshold of the smallest loans; percent a year. */
    USURY_SMALL(Unit.PERCENT),
    /** Of larger ones, up to the next limit where there is one; percent a year. */
    USURY_MIDDLE(Unit.PERCENT),
    /** Of loans above every limit; percent a year. */
    USURY_LARGE(Unit.PERCENT),
    /** Largest amount of the first category of loans; euros. */
    USURY_SMALL_UP_TO(Unit.EUROS),
    /** Largest amount of the second category, while there are three; euros. */
    USURY_MIDDLE_UP_TO(Unit.EUROS),
    /** From which a person contracts alone; years. */
    AGE_OF_MAJORITY(Unit.YEARS),
    /** Shortest term of the conventions with the national fund (Fonds de cohésion sociale); months. */
    NATIONAL_FUND_MIN_MONTHS(Unit.MONTHS);

    /** What a value counts. */
    public enum Unit {
        EUROS, PERCENT, YEARS, MONTHS
    }

    private final Unit unit;

    ParameterName(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }
}
