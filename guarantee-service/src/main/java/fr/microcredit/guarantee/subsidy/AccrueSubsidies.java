package fr.microcredit.guarantee.subsidy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.subsidy.domain.Envelope;
import fr.microcredit.guarantee.subsidy.domain.SubsidyChange;
import fr.microcredit.kit.dayend.DayEndJob;

/** At the end of a day, the parts of instalments fallen due accrue, and reservations nobody used run out. */
@ApplicationScoped
public class AccrueSubsidies implements DayEndJob {
    private static final String EXPIRED = "expired";

    private final Subsidies subsidies;
    private final SubsidyFile file;

    AccrueSubsidies(Subsidies subsidies, SubsidyFile file) {
        this.subsidies = subsidies;
        this.file = file;
    }

    @Override
    public String name() {
        return "subsidy-accrual";
    }

    @Override
    public Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to) {
        return subsidies.nextWork(from, to);
    }

    @Override
    public Uni<Integer> run(LocalDate day) {
        Uni<List<SubsidyChange>> accruals = subsidies.lockedDue(day).map(
                due -> due.stream().map(each -> Envelope.accrue(each, day)).flatMap(Optional::stream).toList());
        return accruals.chain(accrued -> subsidies.lockedExpired(day)
                .map(expired -> Stream.concat(accrued.stream(),
                        expired.stream().map(each -> Envelope.giveBack(each, EXPIRED, day))).toList()))
                .chain(file::keepAll);
    }
}
