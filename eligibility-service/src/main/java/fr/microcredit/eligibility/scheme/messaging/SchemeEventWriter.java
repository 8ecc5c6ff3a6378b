package fr.microcredit.eligibility.scheme.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.SchemePublisher;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.AdmittedPurpose;
import fr.microcredit.eligibility.scheme.domain.LoanClauses;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.domain.SupportClauses;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Bank;
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
            Optional<LocalDate> validTo, Territory territory, String commission, Range<Long> amountCents,
            Range<Integer> termMonths,
            Range<String> borrowerRate, String bankRate, List<String> purposes, List<String> grounds,
            List<Bank> banks, List<Share> guarantees, Optional<Subsidy> subsidy, Optional<Rebate> rebate) {
    }

    record Territory(String level, List<String> codes) {
    }

    record Range<T>(T min, T max) {
    }

    record Share(String guarantor, String share) {
    }

    record Subsidy(String method, String earlyEnd) {
    }

    record Rebate(String fraction, boolean noUnpaid, boolean noDelay, boolean onRequest,
            Optional<Integer> cureDays) {
    }

    @Override
    public Uni<Void> published(Scheme scheme, LocalDate on) {
        return outbox.append(new OutgoingEvent(TYPE, scheme.schemeId(), data(scheme, on)));
    }

    private static Published data(Scheme scheme, LocalDate on) {
        LoanClauses loan = scheme.loan();
        SupportClauses support = scheme.support();
        return new Published(scheme.schemeId(), scheme.version(), on, scheme.name(), scheme.validFrom(),
                scheme.validTo(), territory(scheme.territory()),
                scheme.decision().commission().required().body().name().toLowerCase(Locale.ROOT),
                new Range<>(loan.minAmountCents().required(), loan.maxAmountCents().required()),
                new Range<>(loan.minTermMonths().required(), loan.maxTermMonths().required()),
                new Range<>(text(loan.borrowerRate().required().min()), text(loan.borrowerRate().required().max())),
                text(loan.bankRate().required()),
                scheme.access().purposes().required().admitted().stream().map(AdmittedPurpose::purpose).toList(),
                scheme.access().grounds().required().accepted(), support.banks().required(),
                support.guarantees().stated().orElse(List.of()).stream()
                        .map(each -> new Share(each.guarantor(), text(each.share()))).toList(),
                support.subsidy().stated().map(each -> new Subsidy(each.method(), each.earlyEnd())),
                support.rebate().stated().map(each -> new Rebate(text(each.fraction()), each.noUnpaid(),
                        each.noDelay(), each.onRequest(), each.cureDays())));
    }

    private static Territory territory(fr.microcredit.eligibility.scheme.domain.Territory territory) {
        return new Territory(territory.level().name().toLowerCase(Locale.ROOT), territory.codes());
    }

    private static String text(BigDecimal value) {
        return value.toPlainString();
    }
}
