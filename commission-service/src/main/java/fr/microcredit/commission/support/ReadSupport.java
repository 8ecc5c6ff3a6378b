package fr.microcredit.commission.support;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.domain.LimitRules;
import fr.microcredit.commission.support.domain.Standing;
import fr.microcredit.commission.support.domain.Support;
import fr.microcredit.commission.support.domain.SupportPayment;
import fr.microcredit.commission.support.domain.SupportRequest;
import fr.microcredit.commission.support.domain.SupportRequest.Status;
import fr.microcredit.commission.support.domain.SupportRules;
import fr.microcredit.commission.support.domain.SupportSettings;
import fr.microcredit.commission.support.domain.SupportSettings.Limits;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** What an office sees of its support commission. */
@ApplicationScoped
public class ReadSupport {
    private static final String BETWEEN = "/";
    private static final UUID NO_DOSSIER = new UUID(0, 0);

    private final Supports supports;
    private final SupportBudget budget;
    private final Store<SupportSettings> settings;
    private final BusinessCalendar calendar;

    ReadSupport(Supports supports, SupportBudget budget, Store<SupportSettings> settings, BusinessCalendar calendar) {
        this.supports = supports;
        this.budget = budget;
        this.settings = settings;
        this.calendar = calendar;
    }

    /** A request of a loan, as it stands on a day. */
    public record Asked(Support support, SupportRequest request, LocalDate today) {
        public Standing standing() {
            return support.standing(request);
        }

        private boolean stands(Optional<Status> status) {
            return status.map(each -> each == standing().status()).orElse(true);
        }
    }

    /** A payment without a grant. */
    public record Unmatched(Support support, SupportPayment payment) {
    }

    /** What an office lets it spend, and what is left of this year's. */
    public record Left(Limits limits, LocalDate from, int year, Money used) {
        public Money left() {
            return LimitRules.left(limits.yearlyBudget(), used);
        }
    }

    /** By which a request is found again. */
    public static String keyOf(String dossier, UUID request) {
        return dossier + BETWEEN + request;
    }

    /** The oldest first. */
    public Uni<List<Asked>> requests(String officeId, Optional<Status> status) {
        boolean openOnly = status.filter(each -> each == Status.WAITING || each == Status.GRANTED).isPresent();
        return calendar.today().chain(today -> supports.ofOffice(officeId, openOnly).map(found -> found.stream()
                .map(Kept::state)
                .flatMap(support -> support.requests().stream().map(each -> new Asked(support, each, today)))
                .filter(each -> each.stands(status))
                .sorted(Comparator.comparing((Asked each) -> each.request().askedOn())
                        .thenComparing(each -> each.request().id()))
                .toList()));
    }

    /** The oldest first. */
    public Uni<List<Unmatched>> unmatched(String officeId) {
        return supports.ofOffice(officeId, true).map(found -> found.stream().map(Kept::state)
                .flatMap(support -> support.unmatched().stream().map(each -> new Unmatched(support, each)))
                .sorted(Comparator.comparing((Unmatched each) -> each.payment().on())
                        .thenComparing(each -> each.support().dossierId()))
                .toList());
    }

    /** @param key of the dossier and the request */
    public Uni<Optional<Kept<Asked>>> one(Actor actor, String key) {
        int between = key.indexOf(BETWEEN);
        UUID request = UUID.fromString(key.substring(between + 1));
        return calendar.today().chain(today -> supports.find(key.substring(0, between)).map(found -> found
                .filter(kept -> kept.state().tenant().equals(actor.tenantId()))
                .flatMap(kept -> kept.state().request(request)
                        .map(each -> kept.with(new Asked(kept.state(), each, today))))));
    }

    public Uni<Optional<List<SupportRules.Act>>> possible(Actor actor, String key) {
        return one(actor, key).map(found -> found.map(kept -> SupportRules.possible(kept.state().standing())));
    }

    /** Those of today; empty where the office has set none. */
    public Uni<Optional<Kept<Left>>> settings(Actor actor, String office) {
        return calendar.today().chain(today -> Beside.of(settings.find(office),
                budget.used(office, today.getYear(), NO_DOSSIER), (found, used) -> found
                        .filter(kept -> kept.state().tenant().equals(actor.tenantId()))
                        .flatMap(kept -> kept.state().version(today).map(now -> kept.with(
                                new Left(now.limits(), now.from(), today.getYear(), used.year()))))));
    }
}
