package fr.microcredit.eligibility.parameter.domain;

import java.util.Arrays;
import java.util.Optional;

/** The national values that rules refer to. A name that is not here is no parameter, and no rule could ask for it. */
public enum ParameterName {
    /** Net minimum wage for 35 hours, an estimate that depends on contributions; euros a month. */
    SMIC_NET_MONTHLY("smic-net-monthly", Unit.EUROS),
    /** Gross minimum wage for 151.67 hours; euros a month. */
    SMIC_GROSS_MONTHLY("smic-gross-monthly", Unit.EUROS),
    /** Gross minimum wage; euros an hour. */
    SMIC_GROSS_HOURLY("smic-gross-hourly", Unit.EUROS),
    /** Flat amount of the <i>revenu minimum d'insertion</i> for one person, until 2009-05-31; euros a month. */
    RMI_MONTHLY("rmi-monthly", Unit.EUROS),
    /** Flat amount of the <i>revenu de solidarité active</i> for one person, from 2009-06-01; euros a month. */
    RSA_MONTHLY("rsa-monthly", Unit.EUROS),
    /** Usury threshold of loans up to 1 524 euros, while the categories were cut there; percent a year. */
    USURY_UP_TO_1524("usury-up-to-1524", Unit.PERCENT), USURY_ABOVE_1524("usury-above-1524", Unit.PERCENT),
    /** Usury thresholds since the categories are cut at 3 000 and 6 000 euros; percent a year. */
    USURY_UP_TO_3000("usury-up-to-3000", Unit.PERCENT), USURY_UP_TO_6000("usury-up-to-6000", Unit.PERCENT),
    USURY_ABOVE_6000("usury-above-6000", Unit.PERCENT);

    /** What a value counts. */
    public enum Unit {
        EUROS, PERCENT
    }

    private final String code;
    private final Unit unit;

    ParameterName(String code, Unit unit) {
        this.code = code;
        this.unit = unit;
    }

    public String code() {
        return code;
    }

    public Unit unit() {
        return unit;
    }

    public static Optional<ParameterName> ofCode(String code) {
        return Arrays.stream(values()).filter(name -> name.code.equals(code)).findFirst();
    }
}
