package fr.microcredit.intake.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.tenancy.UnitOfWork;

/** The schemes under which offices can file, as eligibility-service has published them. */
@ApplicationScoped
public class KnownSchemes {
    private static final String BANK = "/request/bankId";

    private final Schemes schemes;

    KnownSchemes(Schemes schemes) {
        this.schemes = schemes;
    }

    public Uni<Void> learn(Scheme scheme) {
        return schemes.put(scheme);
    }

    public Uni<Void> learn(Scheme.Agreement agreement) {
        return schemes.put(agreement);
    }

    public Uni<Void> learn(Scheme.Lender lender) {
        return schemes.put(lender);
    }

    public Uni<List<Scheme>> all() {
        return schemes.all();
    }

    /** All of them, asked for at once and waited for where the inner result is used. */
    public Uni<Uni<List<Scheme>>> asked() {
        return schemes.asked();
    }

    /** All of them, asked for once for the events that are handled together. */
    public Uni<List<Scheme>> together() {
        UnitOfWork unit = UnitOfWork.current();
        return unit.kept(Catalogue.class, "").map(Catalogue::schemes).map(Uni.createFrom()::item)
                .orElseGet(() -> all().invoke(found -> unit.keep(Catalogue.class, "", new Catalogue(found))));
    }

    private record Catalogue(List<Scheme> schemes) {
    }

    /** The version of the scheme that applies on the day, as far as it was published then; a later one ends an earlier. */
    public Uni<Optional<Scheme>> find(String schemeId, LocalDate day) {
        return schemes.all().map(all -> find(all, schemeId, day));
    }

    /** The same among schemes that were read. */
    public static Optional<Scheme> find(List<Scheme> all, String schemeId, LocalDate day) {
        return all.stream().filter(scheme -> scheme.schemeId().equals(schemeId) && scheme.hasBegun(day))
                .max(Comparator.comparing(Scheme::validFrom)).filter(scheme -> scheme.lasts(day));
    }

    /**
     * Whether a bank takes on the day what was filed under a scheme before: its convention runs. The rules of the scheme are
     * those of the first day, so neither its end nor a later list says anything.
     */
    public static boolean takes(List<Scheme> all, String schemeId, String bankId, LocalDate day) {
        return all.stream().filter(scheme -> scheme.schemeId().equals(schemeId))
                .anyMatch(scheme -> scheme.isStillAgreedWith(bankId, day));
    }

    /** The last day of a bank's convention, by what is known on the day; empty where it runs on. */
    public static Optional<LocalDate> lastDay(List<Scheme> all, String schemeId, String bankId, LocalDate day) {
        return all.stream().filter(scheme -> scheme.schemeId().equals(schemeId))
                .flatMap(scheme -> scheme.lastDayWith(bankId, day).stream()).findFirst();
    }

    /**
     * What is filed.
     *
     * @param commune INSEE code of the household's; empty where it was not written down yet
     */
    public record Filing(String schemeId, String bankId, Optional<String> commune) {
    }

    /** What schemes that were read say against filing under one of them, with this bank, on the day. */
    public static List<Reason> against(List<Scheme> all, Filing filing, LocalDate day) {
        Optional<Scheme> scheme = find(all, filing.schemeId(), day);
        if (scheme.isEmpty()) {
            return List.of(Reason.invalid("/request/schemeId", "unknown-scheme"));
        }
        return scheme.get().hasConventionWith(filing.bankId(), day)
                ? outside(all, filing, day)
                : List.of(Reason.invalid(BANK, "bank-without-convention"));
    }

    /** What they say against the place alone: where the convention was held against the request before. */
    public static List<Reason> outside(List<Scheme> all, Filing filing, LocalDate day) {
        boolean lends = filing.commune().map(commune -> all.stream()
                .filter(scheme -> scheme.schemeId().equals(filing.schemeId()))
                .allMatch(scheme -> scheme.isLentBy(filing.bankId(), commune, day))).orElse(true);
        return lends ? List.of() : List.of(Reason.invalid(BANK, "bank-not-in-territory"));
    }
}
