package fr.microcredit.observatory.release.domain;

import java.util.OptionalLong;

/** Published figures of a year's loans, amounts in cents; each is empty where it is secret. */
public record Loans(OptionalLong loans, OptionalLong total, OptionalLong mean, OptionalLong median,
        OptionalLong meanTermMonths) {
    static Loans of(Lent lent, Secrecy secrecy) {
        return new Loans(secrecy.count(lent.loans(), lent.persons()), amount(lent.total(), lent, secrecy),
                amount(lent.mean(), lent, secrecy), amount(lent.median(), lent, secrecy),
                secrecy.count(lent.meanTermMonths(), lent.persons()));
    }

    private static OptionalLong amount(long value, Lent lent, Secrecy secrecy) {
        return secrecy.amount(value, lent.persons(), lent.largest(), lent.total());
    }
}
