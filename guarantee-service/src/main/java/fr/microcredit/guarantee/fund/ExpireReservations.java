package fr.microcredit.guarantee.fund;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.domain.Fund;
import fr.microcredit.kit.dayend.DayEndJob;

/** Lets reservations run out that no loan has used in time. */
@ApplicationScoped
public class ExpireReservations implements DayEndJob {
    private final Guarantees guarantees;
    private final GuaranteeFile file;

    ExpireReservations(Guarantees guarantees, GuaranteeFile file) {
        this.guarantees = guarantees;
        this.file = file;
    }

    @Override
    public String name() {
        return "guarantee-expiry";
    }

    @Override
    public Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to) {
        return guarantees.nextExpiry(from, to);
    }

    @Override
    public Uni<Integer> run(LocalDate day) {
        return guarantees.lockedExpired(day)
                .chain(expired -> Multi.createFrom().iterable(expired).onItem()
                        .transformToUniAndConcatenate(each -> file.keep(Fund.expire(each, day)).replaceWith(each))
                        .collect().asList())
                .map(java.util.List::size);
    }
}
