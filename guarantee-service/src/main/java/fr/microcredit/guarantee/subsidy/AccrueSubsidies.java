package fr.microcredit.guarantee.subsidy;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.dayend.DayEndJob;

/** Closes a day for the subsidies. */
@ApplicationScoped
public class AccrueSubsidies implements DayEndJob {
    private final Subsidies subsidies;
    private final SubsidiseLoan subsidise;

    AccrueSubsidies(Subsidies subsidies, SubsidiseLoan subsidise) {
        this.subsidies = subsidies;
        this.subsidise = subsidise;
    }

    @Override
    public String name() {
        return "subsidy-accrual";
    }

    @Override
    public Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to) {
        return subsidies.nextDue(from, to);
    }

    @Override
    public Uni<Integer> run(LocalDate day) {
        return subsidise.closeDay(day);
    }
}
