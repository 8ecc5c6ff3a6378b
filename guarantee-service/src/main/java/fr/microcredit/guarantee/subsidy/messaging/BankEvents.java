package fr.microcredit.guarantee.subsidy.messaging;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.subsidy.SubsidiseLoan;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Agreement;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.EarlyEnd;
import fr.microcredit.guarantee.subsidy.domain.SubsidyAsking;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** What the bank reports, as far as the subsidy follows it. */
@ApplicationScoped
class BankEvents implements EventHandlers {
    private static final String ACCEPTED = "accepted";
    private static final String OFFICE = "office";

    private final SubsidiseLoan subsidise;

    BankEvents(SubsidiseLoan subsidise) {
        this.subsidise = subsidise;
    }

    record Decided(int round, String decision, Optional<Money> subsidy, Terms terms) {
    }

    record Disbursed(int round, Terms terms, InstalmentTable table) {
    }

    record Terms(int reservationDays, Optional<Subsidy> subsidy) {
        record Subsidy(EarlyEnd earlyEnd, Optional<String> payer) {
        }

        /** What an office pays besides its envelope is no matter of this service. */
        Optional<Subsidy> ofTheEnvelope() {
            return subsidy.filter(any -> !any.payer().equals(Optional.of(OFFICE)));
        }
    }

    @Override
    public void register(Subscriptions to) {
        to.from("bank").on("decided", Decided.class, this::decided).on("finalised", Decided.class, this::decided)
                .on("disbursed", Disbursed.class, this::disbursed)
                .on("withdrawn", event -> subsidise.withdrawn(event.about(), event.on()))
                .on("accelerated", event -> subsidise.ended(event.about(), event.on()))
                .on("repaid-in-full", event -> subsidise.ended(event.about(), event.on()));
    }

    private Uni<Void> decided(ReceivedEvent event, Decided data) {
        return data.decision().equals(ACCEPTED)
                ? subsidise.accepted(new SubsidyAsking(event.about(), data.round(), data.subsidy(),
                        data.terms().reservationDays(), event.on(), Optional.empty()))
                : subsidise.notAccepted(event.about(), data.round(), event.on());
    }

    private Uni<Void> disbursed(ReceivedEvent event, Disbursed data) {
        Money total = Money.sum(data.table().lines().stream().map(InstalmentTable.Line::subsidy).toList());
        Optional<Agreement> agreement = data.terms().ofTheEnvelope()
                .map(terms -> new Agreement(terms.earlyEnd(), data.table()));
        return subsidise.disbursed(new SubsidyAsking(event.about(), data.round(), agreement.map(any -> total),
                data.terms().reservationDays(), event.on(), agreement));
    }
}
