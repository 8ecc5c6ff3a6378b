package fr.microcredit.guarantee.subsidy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.domain.EnvelopeAccounts;
import fr.microcredit.guarantee.promise.PromiseBooks;
import fr.microcredit.guarantee.promise.PromiseRules;
import fr.microcredit.guarantee.promise.Promising;
import fr.microcredit.guarantee.subsidy.domain.Subsidy;
import fr.microcredit.guarantee.subsidy.domain.SubsidyAsking;
import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent;
import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent.ReleaseReason;
import fr.microcredit.guarantee.subsidy.domain.SubsidyRules;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.OwnHistory;

/** Follows a loan with its interest subsidy. */
@ApplicationScoped
public class SubsidiseLoan implements OwnHistory<SubsidyEvent> {
    private final Subsidies subsidies;
    private final Promising<Subsidy, SubsidyAsking, SubsidyEvent> promising;

    SubsidiseLoan(Subsidies subsidies, PromiseBooks books) {
        this.subsidies = subsidies;
        this.promising = new Promising<>(new Rules(books), subsidies, books);
    }

    private record Rules(PromiseBooks books) implements PromiseRules<Subsidy, SubsidyAsking, SubsidyEvent> {
        @Override
        public Uni<SubsidyEvent> reserve(SubsidyAsking asking) {
            return available(asking).map(available -> SubsidyRules.reserve(asking, available));
        }

        @Override
        public Uni<SubsidyEvent> takeUp(Subsidy reserved, SubsidyAsking asking) {
            return available(asking).map(available -> SubsidyRules.commit(reserved, available, asking.on()));
        }

        private Uni<Money> available(SubsidyAsking asking) {
            String account = new EnvelopeAccounts(asking.about().officeId(), asking.on().getYear()).available();
            return books.ledger().balances(Set.of(account)).map(balances -> balances.get(account));
        }

        @Override
        public SubsidyEvent giveBack(Subsidy reserved) {
            return SubsidyRules.giveBack(reserved, ReleaseReason.DECIDED_AGAIN);
        }

        @Override
        public Optional<Subsidy> agreed(Subsidy subsidy, SubsidyAsking asking) {
            return subsidy.agreement().isPresent() ? Optional.empty() : asking.agreement().map(subsidy::agreed);
        }
    }

    public Uni<Void> accepted(SubsidyAsking asking) {
        return promising.accepted(asking);
    }

    /** The bank has disagreed or refused. */
    public Uni<Void> notAccepted(About about, int round, LocalDate on) {
        return promising.notAccepted(about, round, on);
    }

    public Uni<Void> disbursed(SubsidyAsking asking) {
        return promising.disbursed(asking);
    }

    public Uni<Void> ended(About about, LocalDate on) {
        return promising.follow(about, on, subsidy -> Uni.createFrom().item(SubsidyRules.settle(subsidy, on)));
    }

    public Uni<Void> withdrawn(About about, LocalDate on) {
        return promising.follow(about, on, subsidy -> Uni.createFrom().item(SubsidyRules.withdrawn(subsidy)));
    }

    /** At the end of a day, the parts of instalments fallen due accrue, and reservations nobody used run out. */
    Uni<Integer> closeDay(LocalDate day) {
        return promising.atDayEnd(day, subsidies.due(day), subsidy -> subsidy.isReserved()
                ? List.of(SubsidyRules.giveBack(subsidy, ReleaseReason.EXPIRED))
                : SubsidyRules.accrue(subsidy, day));
    }

    @Override
    public Class<SubsidyEvent> told() {
        return SubsidyEvent.class;
    }

    @Override
    public Uni<Void> takeOver(ReceivedEvent event, SubsidyEvent told) {
        return promising.takeOver(event.about(), event.on(), told);
    }
}
