package fr.microcredit.observatory.indicators;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.observatory.indicators.domain.Counted;
import fr.microcredit.observatory.indicators.domain.Lent;
import fr.microcredit.observatory.indicators.domain.PeriodKind;
import fr.microcredit.observatory.indicators.domain.Territory;

/** Figures counted from the facts, secrecy not applied. */
public interface Figures {
    /** Dossiers by stage, each counted in the period in which it came to that stage. */
    Uni<List<Counted>> funnel(Territory territory, PeriodKind period);

    /** Loans by the date of their disbursement. */
    Uni<List<Lent>> loans(Territory territory, PeriodKind period);

    /** Loans by purpose and date of their disbursement. */
    Uni<List<Counted>> purposes(Territory territory, PeriodKind period);

    /** Median days between steps, by the date of the later one. */
    Uni<List<Counted>> delays(Territory territory, PeriodKind period);
}
