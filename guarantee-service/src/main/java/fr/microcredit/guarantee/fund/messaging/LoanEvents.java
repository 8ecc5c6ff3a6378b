package fr.microcredit.guarantee.fund.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.GuaranteeLoan;
import fr.microcredit.guarantee.fund.domain.Request;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.money.Money;

/** What the bank reports, as far as the guarantee follows it. */
@ApplicationScoped
class LoanEvents implements EventHandlers {
    private static final String PREFIX = "fr.microcredit.bank.";
    private static final String ACCEPTED = "accepted";

    private final GuaranteeLoan guarantee;

    LoanEvents(GuaranteeLoan guarantee) {
        this.guarantee = guarantee;
    }

    record Decided(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            String decision, Terms terms) {
    }

    record Disbursed(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            Terms terms) {
    }

    record Terms(long amountCents, long personCapCents, int reservationDays, List<Share> guarantees) {
    }

    record Share(String guarantor, String share) {
    }

    record Paid(UUID dossierId, LocalDate effectiveOn, long outstandingCents) {
    }

    record Repaid(UUID dossierId, LocalDate effectiveOn) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on(PREFIX + "decided", 1, Decided.class, (event, data) -> applied(decided(data)))
                .on(PREFIX + "finalised", 1, Decided.class, (event, data) -> applied(decided(data)))
                .on(PREFIX + "disbursed", 1, Disbursed.class, (event, data) -> applied(disbursed(data)))
                .on(PREFIX + "instalment-paid", 1, Paid.class,
                        (event, data) -> applied(guarantee.repaid(data.dossierId(),
                                Money.ofCents(data.outstandingCents()), data.effectiveOn())))
                .on(PREFIX + "repaid-in-full", 1, Repaid.class,
                        (event, data) -> applied(guarantee.ended(data.dossierId(), data.effectiveOn())));
    }

    private Uni<Void> decided(Decided data) {
        return data.decision().equals(ACCEPTED)
                ? guarantee.accepted(new Request(data.dossierId(), data.officeId(), data.bankId(), data.personId(),
                        data.round(), Money.ofCents(data.terms().amountCents()), shares(data.terms()),
                        Money.ofCents(data.terms().personCapCents()), data.terms().reservationDays(),
                        data.effectiveOn()))
                : guarantee.notAccepted(data.dossierId(), data.round(), data.effectiveOn());
    }

    private Uni<Void> disbursed(Disbursed data) {
        return guarantee.disbursed(new Request(data.dossierId(), data.officeId(), data.bankId(), data.personId(),
                data.round(), Money.ofCents(data.terms().amountCents()), shares(data.terms()),
                Money.ofCents(data.terms().personCapCents()), data.terms().reservationDays(), data.effectiveOn()));
    }

    private static List<Request.Share> shares(Terms terms) {
        return terms.guarantees().stream()
                .map(each -> new Request.Share(each.guarantor(), new BigDecimal(each.share()))).toList();
    }

    private static Uni<Reception> applied(Uni<Void> done) {
        return done.replaceWith(Reception.APPLIED);
    }
}
