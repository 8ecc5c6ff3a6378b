package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.bank.loan.domain.LoanEvent.WriteOff;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.Report.Kind;

/** In which order {@link LoanModel} takes what was reported. */
final class ModelOrder {
    private static final List<Kind> ON_ONE_DAY = List.of(Kind.PAYMENT, Kind.MISS, Kind.PREPAYMENT,
            Kind.DEFERRAL, Kind.RESCHEDULING, Kind.MEETING, Kind.ACCELERATION, Kind.RECOVERY, Kind.WRITE_OFF,
            Kind.RETURN,
            Kind.WITHDRAWAL);
    /** What happened first; lines that are told apart by nothing here say the same. */
    static final Comparator<Report> AS_IT_HAPPENED = Comparator.comparing(Report::on)
            .thenComparing(each -> ON_ONE_DAY.indexOf(each.kind()))
            .thenComparing(each -> each.number().orElse(0)).thenComparing(each -> each.amount().cents())
            .thenComparing(each -> each.payer().map(Payer::ordinal).orElse(-1))
            .thenComparing(each -> each.details().mode().map(Prepayment::ordinal).orElse(-1))
            .thenComparing(each -> each.details().firstDueOn().orElse(LocalDate.MIN))
            .thenComparing(each -> each.details().writeOff().map(WriteOff::ordinal).orElse(-1))
            .thenComparing(each -> each.details().id().map(UUID::toString).orElse(""));

    private ModelOrder() {
    }
}
