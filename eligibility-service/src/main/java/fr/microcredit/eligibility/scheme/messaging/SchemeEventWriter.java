package fr.microcredit.eligibility.scheme.messaging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.SchemePublisher;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.outbox.Outbox;

/** Publishes versions of schemes. */
@ApplicationScoped
class SchemeEventWriter implements SchemePublisher {
    private static final String TYPE = "fr.microcredit.scheme.published";

    private final Outbox outbox;

    SchemeEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    record Published(String schemeId, String version, LocalDate effectiveOn, String name, LocalDate validFrom,
            Optional<LocalDate> validTo, String commission, Range<Long> amountCents, Range<Integer> termMonths,
            Range<String> borrowerRate, String bankRate, List<String> purposes, List<String> grounds,
            List<Scheme.Bank> banks, List<Share> guarantees, Optional<Subsidy> subsidy, Optional<Rebate> rebate) {
    }

    record Range<T>(T min, T max) {
    }

    record Share(String guarantor, String share) {
    }

    record Subsidy(String method, String earlyEnd) {
    }

    record Rebate(String fraction, boolean noUnpaid, boolean noDelay, boolean onRequest) {
    }

    @Override
    public Uni<Void> published(Scheme scheme) {
        return outbox.append(new OutgoingEvent(TYPE, scheme.schemeId(), data(scheme)));
    }

    private static Published data(Scheme scheme) {
        return new Published(scheme.schemeId(), scheme.version(), scheme.validFrom(), scheme.name(), scheme.validFrom(),
                scheme.validTo(), scheme.commission().name().toLowerCase(Locale.ROOT),
                new Range<>(cents(scheme.amount().min()), cents(scheme.amount().max())),
                new Range<>(scheme.term().min(), scheme.term().max()),
                new Range<>(text(scheme.borrowerRate().min()), text(scheme.borrowerRate().max())),
                text(scheme.bankRate().value()),
                scheme.purpose().admitted().stream().map(Scheme.AdmittedPurpose::purpose).toList(),
                scheme.ground().accepted(), scheme.banks(),
                scheme.guarantees().stream().map(each -> new Share(each.guarantor(), text(each.share()))).toList(),
                scheme.subsidy().map(each -> new Subsidy(each.method(), each.earlyEnd())),
                scheme.rebate().map(each -> new Rebate(text(each.fraction()), each.noUnpaid(), each.noDelay(),
                        each.onRequest())));
    }

    private static String text(BigDecimal value) {
        return value.toPlainString();
    }

    private static long cents(BigDecimal euros) {
        return euros.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }
}
