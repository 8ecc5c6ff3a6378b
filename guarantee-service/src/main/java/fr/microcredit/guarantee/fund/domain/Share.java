package fr.microcredit.guarantee.fund.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.kit.money.Money;

/**
 * What one guarantor answers for.
 *
 * @param fraction of the outstanding principal, of 1
 * @param amount   that fraction of it, rounded half up
 */
public record Share(String guarantor, BigDecimal fraction, Money amount) {

    /** A guarantor and its fraction, as the terms have them. */
    public record Agreed(String guarantor, BigDecimal fraction) {
    }

    /** Each guarantor's part of the principal; the bank bears what remains, to the cent (domain.md A.9). */
    public static List<Share> of(Money principal, List<Agreed> agreed) {
        List<Money> amounts = principal.shares(agreed.stream().map(Agreed::fraction).toList()).parts();
        List<Share> shares = new ArrayList<>(agreed.size());
        for (int index = 0; index < amounts.size(); index++) {
            Agreed each = agreed.get(index);
            shares.add(new Share(each.guarantor(), each.fraction(), amounts.get(index)));
        }
        return shares;
    }

    public Agreed agreed() {
        return new Agreed(guarantor, fraction);
    }
}
