package fr.microcredit.eligibility.directory.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.directory.domain.Directory.Published;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.kit.loan.Rate;

/** Entries of a directory, for tests; each is published on its first day. */
public final class Entries {
    private Entries() {
    }

    /** @param to empty text for an open end */
    public static Convention convention(String id, String version, String from, String to) {
        return new Convention(id, version, LocalDate.parse(from), end(to), "test", "cm-dijon", "dijon",
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, false, List.of(),
                Optional.empty(), Optional.empty());
    }

    /** With a rate and one guarantor's share. */
    public static Convention stating(Convention plain, String rate, String share) {
        return new Convention(plain.id(), plain.version(), plain.from(), plain.to(), plain.source(), plain.bankId(),
                plain.schemeId(), Optional.of(Rate.ofPercent(rate)),
                Optional.of(new Convention.Shares(List.of(new Guarantee("fcs", new BigDecimal(share))))),
                Optional.of(30), Optional.of(14),
                plain.loanWithoutGuarantee(), plain.loanWithoutSubsidy(), plain.reporting(), plain.guaranteeCall(),
                plain.repayment());
    }

    public static Bank bank(String version, String from, String to) {
        return new Bank("cm-dijon", version, LocalDate.parse(from), end(to), "test", "Crédit municipal", List.of(),
                List.of());
    }

    public static AccompanyingBody body(String to, String commune, String scheme) {
        return new AccompanyingBody("ccas-dijon", "1", LocalDate.parse("2007-01-01"), end(to), "test", "CCAS",
                AccompanyingBody.Type.CCAS, List.of(commune), List.of(scheme));
    }

    static Directory directory(Entry... entries) {
        return new Directory(List.of(entries).stream().map(each -> new Published(each, each.from())).toList());
    }

    private static Optional<LocalDate> end(String to) {
        return Optional.ofNullable(to).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }
}
