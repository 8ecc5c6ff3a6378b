package fr.microcredit.intake.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.AnotherBankRules;
import fr.microcredit.intake.catalogue.KnownSchemes;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.intake.request.FrozenTerms;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * Whether the bank of what is approved and at no bank still takes it today: it may be sent, or another one asked. Only where
 * there is such a dossier somebody looks, and once for all of them.
 */
@ApplicationScoped
class BanksToday {
    private final KnownSchemes schemes;
    private final BusinessCalendar calendar;

    BanksToday(KnownSchemes schemes, BusinessCalendar calendar) {
        this.schemes = schemes;
        this.calendar = calendar;
    }

    Uni<Optional<Kept<Dossier>>> lookedAt(Optional<Kept<Dossier>> found) {
        return allLookedAt(found.stream().toList()).map(all -> all.stream().findFirst());
    }

    Uni<List<Kept<Dossier>>> allLookedAt(List<Kept<Dossier>> found) {
        return found.stream().anyMatch(BanksToday::isUnsent)
                ? schemes.all().chain(all -> calendar.today().map(today -> found.stream()
                        .map(kept -> isUnsent(kept) ? lookedAt(all, kept, today) : kept).toList()))
                : Uni.createFrom().item(found);
    }

    private static boolean isUnsent(Kept<Dossier> kept) {
        Request request = kept.state().request();
        return AnotherBankRules.isUnsent(request)
                || request.stage() == Stage.ELIGIBLE && !FrozenTerms.commissionRequired(request) && !request.wasSent();
    }

    private static Kept<Dossier> lookedAt(List<Scheme> all, Kept<Dossier> kept, LocalDate today) {
        var asked = kept.state().request().asked();
        return kept.with(kept.state().asking(KnownSchemes.takes(all, asked.schemeId(), asked.bankId(), today)));
    }
}
