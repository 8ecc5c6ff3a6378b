package fr.microcredit.guarantee.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.domain.FundEvent;
import fr.microcredit.guarantee.fund.domain.FundRules;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.fund.domain.GuaranteeAsking;
import fr.microcredit.guarantee.promise.PromiseBooks;
import fr.microcredit.guarantee.promise.PromiseRules;
import fr.microcredit.guarantee.promise.Promising;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.OwnHistory;

/** Follows a loan with its guarantee. */
@ApplicationScoped
public class GuaranteeLoan implements OwnHistory<FundEvent> {
    private final Guarantees guarantees;
    private final PromiseBooks books;
    private final Promising<Guarantee, GuaranteeAsking, FundEvent> promising;

    GuaranteeLoan(Guarantees guarantees, PromiseBooks books) {
        this.guarantees = guarantees;
        this.books = books;
        this.promising = new Promising<>(new Rules(books), guarantees, books);
    }

    private record Rules(PromiseBooks books) implements PromiseRules<Guarantee, GuaranteeAsking, FundEvent> {
        @Override
        public Uni<FundEvent> reserve(GuaranteeAsking asking) {
            return books.ledger().balances(FundRules.accounts(asking)).chain(balances -> books.exposures()
                    .of(asking.about().personId()).map(exposure -> FundRules.reserve(asking, balances, exposure)));
        }

        @Override
        public Uni<FundEvent> takeUp(Guarantee reserved, GuaranteeAsking asking) {
            return Uni.createFrom().item(FundRules.takeUp(reserved));
        }

        @Override
        public FundEvent giveBack(Guarantee reserved) {
            return FundRules.giveBack(reserved);
        }

        @Override
        public Optional<Guarantee> agreed(Guarantee guarantee, GuaranteeAsking asking) {
            return FundRules.agreed(guarantee, asking);
        }
    }

    public Uni<Void> accepted(GuaranteeAsking asking) {
        return promising.accepted(asking);
    }

    /** The bank has disagreed or refused. */
    public Uni<Void> notAccepted(About about, int round, LocalDate on) {
        return promising.notAccepted(about, round, on);
    }

    public Uni<Void> disbursed(GuaranteeAsking asking) {
        return promising.disbursed(asking);
    }

    /** @param outstanding principal after a payment */
    public Uni<Void> repaid(About about, Money outstanding, LocalDate on) {
        return follow(about, on, guarantee -> FundRules.repaid(guarantee, outstanding));
    }

    /** @param outstanding principal after a correction or under a new table, perhaps more than before */
    public Uni<Void> changed(About about, Money outstanding, LocalDate on) {
        return promising.follow(about, on,
                guarantee -> books.ledger().balances(FundRules.accounts(guarantee))
                        .map(balances -> FundRules.changed(guarantee, outstanding, balances, on)));
    }

    public Uni<Void> ended(About about, LocalDate on) {
        return follow(about, on, FundRules::ended);
    }

    /** @param outstanding principal that the bank has accelerated */
    public Uni<Void> accelerated(About about, Money outstanding, LocalDate on) {
        return repaid(about, outstanding, on)
                .chain(() -> promising.become(about, guarantee -> FundRules.inDefault(guarantee, on)));
    }

    /** The bank has filed a claim on it. */
    public Uni<Void> claimed(About about, UUID claim) {
        return promising.become(about, guarantee -> Optional.of(guarantee.claimed(claim))
                .filter(changed -> !changed.equals(guarantee)));
    }

    public Uni<Void> writtenOff(About about, LocalDate on) {
        return follow(about, on, FundRules::writtenOff);
    }

    public Uni<Void> withdrawn(About about, LocalDate on) {
        return follow(about, on, FundRules::withdrawn);
    }

    private Uni<Void> follow(About about, LocalDate on, Function<Guarantee, List<FundEvent>> rule) {
        return promising.follow(about, on, guarantee -> Uni.createFrom().item(rule.apply(guarantee)));
    }

    /** Reservations that nobody has used until the end of the day. */
    Uni<Integer> expire(LocalDate day) {
        return promising.atDayEnd(day, guarantees.expired(day), guarantee -> List.of(FundRules.expire(guarantee)));
    }

    @Override
    public Class<FundEvent> told() {
        return FundEvent.class;
    }

    @Override
    public Uni<Void> takeOver(ReceivedEvent event, FundEvent told) {
        return promising.takeOver(event.about(), event.on(), told);
    }
}
