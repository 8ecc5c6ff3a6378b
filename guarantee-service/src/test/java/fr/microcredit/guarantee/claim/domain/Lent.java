package fr.microcredit.guarantee.claim.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import fr.microcredit.guarantee.fund.domain.CallClause;
import fr.microcredit.guarantee.fund.domain.CallClause.Sharing;
import fr.microcredit.guarantee.fund.domain.FundRules;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.fund.domain.GuaranteeAsking;
import fr.microcredit.guarantee.fund.domain.Share;
import fr.microcredit.guarantee.promise.domain.Played;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/** A guaranteed loan in default and the claims on it, for tests. */
final class Lent {
    static final LocalDate BEGUN = LocalDate.of(2010, 3, 1);
    static final LocalDate FILED = LocalDate.of(2011, 2, 25);
    static final About ABOUT = About.dossier(new UUID(0, 1), new UUID(0, 2), "udaf-poitiers").at("ce-poitou");
    private static final Money PLENTY = Money.ofEuros("1000000");

    private Lent() {
    }

    /** @param shares such as {@code fcs 0.50 region 0.25} */
    static Played<Guarantee> inDefault(String principal, String outstanding, String shares, CallClause clause) {
        Played<Guarantee> guarantee = effective(principal, shares, clause);
        guarantee.then(FILED, FundRules.repaid(guarantee.promise(), Money.ofEuros(outstanding)));
        return guarantee.now(FundRules.inDefault(guarantee.promise(), FILED).orElseThrow());
    }

    static Played<Guarantee> effective(String principal, String shares, CallClause clause) {
        GuaranteeAsking asking = new GuaranteeAsking(ABOUT, 1, Money.ofEuros(principal), agreed(shares), PLENTY, false,
                90, BEGUN, Optional.of(clause));
        Played<Guarantee> guarantee = new Played<Guarantee>(ABOUT).then(BEGUN, FundRules.reserve(asking,
                Map.of("guarantor:fcs:available", PLENTY, "guarantor:region:available", PLENTY), Money.ZERO));
        guarantee.then(BEGUN, FundRules.takeUp(guarantee.promise()));
        return guarantee.now(FundRules.agreed(guarantee.promise(), asking).orElseThrow());
    }

    private static List<Share.Agreed> agreed(String shares) {
        List<Share.Agreed> agreed = new ArrayList<>();
        String[] words = shares.split(" ");
        for (int each = 0; each < words.length; each += 2) {
            agreed.add(new Share.Agreed(words[each], new BigDecimal(words[each + 1])));
        }
        return agreed;
    }

    static CallClause clause(Sharing sharing) {
        return new CallClause(15, sharing, Optional.empty(), Optional.of("poitou-charentes--ce-poitou"));
    }

    static CallClause within(String envelope) {
        return new CallClause(15, Sharing.HALF_TO_GUARANTORS, Optional.of(Money.ofEuros(envelope)),
                Optional.of("poitou-charentes--ce-poitou"));
    }

    static Filing filing(String base, CallClause clause) {
        return new Filing(Money.ofEuros(base), Money.ofEuros("16.77"), Money.ZERO, everyKind(), FILED, clause);
    }

    static List<Filing.Document> everyKind() {
        return Stream.of(Filing.Kind.values()).map(kind -> new Filing.Document(kind, "ab".repeat(32), 100)).toList();
    }

    static Claim claim(int number, Guarantee guarantee, String base, Claim... others) {
        return ClaimRules.filed(Optional.empty(), ABOUT, new UUID(7, number),
                filing(base, guarantee.clause().orElseThrow()), at(guarantee, others));
    }

    static Circumstances at(Guarantee guarantee, Claim... others) {
        return new Circumstances(Optional.of(guarantee), List.of(others), Money.ZERO, FILED.plusDays(10));
    }

    static Claim.Recovery recovery(int number, String amount) {
        return new Claim.Recovery(new UUID(8, number), Money.ofEuros(amount));
    }
}
