package fr.microcredit.guarantee.subsidy.messaging;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.subsidy.SubsidiseLoan;
import fr.microcredit.guarantee.subsidy.domain.LoanFigures;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.EarlyEnd;
import fr.microcredit.guarantee.subsidy.domain.SubsidyRequest;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** What the bank reports, as far as the subsidy follows it. */
@ApplicationScoped
class LoanEvents implements EventHandlers {
    private static final String PREFIX = "fr.microcredit.bank.";
    private static final String ACCEPTED = "accepted";

    private final SubsidiseLoan subsidise;

    LoanEvents(SubsidiseLoan subsidise) {
        this.subsidise = subsidise;
    }

    record Decided(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            String decision, Terms terms) {
    }

    record Disbursed(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            LocalDate firstDueOn, Terms terms) {
    }

    record Terms(long amountCents, int termMonths, String bankRate, String borrowerRate, int reservationDays,
            Optional<SubsidyTerms> subsidy) {
    }

    record SubsidyTerms(String earlyEnd) {
    }

    record Repaid(UUID dossierId, LocalDate effectiveOn, int instalmentsPaid) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on(PREFIX + "decided", 1, Decided.class, (event, data) -> applied(decided(data)))
                .on(PREFIX + "finalised", 1, Decided.class, (event, data) -> applied(decided(data)))
                .on(PREFIX + "disbursed", 1, Disbursed.class, (event, data) -> applied(disbursed(data)))
                .on(PREFIX + "repaid-in-full", 1, Repaid.class,
                        (event, data) -> applied(
                                subsidise.ended(data.dossierId(), data.instalmentsPaid(), data.effectiveOn())));
    }

    private Uni<Void> decided(Decided data) {
        if (!data.decision().equals(ACCEPTED)) {
            return subsidise.notAccepted(data.dossierId(), data.round(), data.effectiveOn());
        }
        return data.terms().subsidy().isEmpty()
                ? Uni.createFrom().voidItem()
                : subsidise.accepted(new SubsidyRequest(data.dossierId(), data.officeId(), data.bankId(),
                        data.personId(),
                        data.round(), figures(data.terms()), earlyEnd(data.terms()), data.terms().reservationDays(),
                        data.effectiveOn()));
    }

    private Uni<Void> disbursed(Disbursed data) {
        return data.terms().subsidy().isEmpty()
                ? Uni.createFrom().voidItem()
                : subsidise.disbursed(new SubsidyRequest(data.dossierId(), data.officeId(), data.bankId(),
                        data.personId(), data.round(), figures(data.terms()), earlyEnd(data.terms()),
                        data.terms().reservationDays(), data.effectiveOn()), data.firstDueOn());
    }

    private static LoanFigures figures(Terms terms) {
        return new LoanFigures(Money.ofCents(terms.amountCents()), terms.termMonths(), Rate.ofPercent(terms.bankRate()),
                Rate.ofPercent(terms.borrowerRate()));
    }

    private static EarlyEnd earlyEnd(Terms terms) {
        return EarlyEnd.valueOf(terms.subsidy().orElseThrow().earlyEnd());
    }

    private static Uni<Reception> applied(Uni<Void> done) {
        return done.replaceWith(Reception.APPLIED);
    }
}
