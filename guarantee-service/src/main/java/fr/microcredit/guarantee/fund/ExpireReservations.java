package fr.microcredit.guarantee.fund;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.dayend.DayEndJob;

/** Lets reservations run out that no loan has used in time. */
@ApplicationScoped
public class ExpireReservations implements DayEndJob {
    private final Guarantees guarantees;
    private final GuaranteeLoan guarantee;

    ExpireReservations(Guarantees guarantees, GuaranteeLoan guarantee) {
        this.guarantees = guarantees;
        this.guarantee = guarantee;
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
        return guarantee.expire(day);
    }
}
