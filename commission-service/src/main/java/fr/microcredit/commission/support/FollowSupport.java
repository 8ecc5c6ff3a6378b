package fr.microcredit.commission.support;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.domain.Support;
import fr.microcredit.commission.support.domain.SupportNews;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.store.Kept;

/**
 * Notes what the office asks its support commission for and what the bank tells of the loan. What follows from that for a grant
 * is written where it counts against the budget; nobody is asked for it, since what is paid is paid.
 */
@ApplicationScoped
public class FollowSupport {
    private final Reactions reactions;
    private final Supports supports;
    private final SupportBudget budget;

    FollowSupport(Reactions reactions, Supports supports, SupportBudget budget) {
        this.reactions = reactions;
        this.supports = supports;
        this.budget = budget;
    }

    /** Perhaps the first that is heard of the loan. */
    public Uni<Void> heard(About about, LocalDate on, UnaryOperator<Support> rule) {
        return supports.locked(about.dossierId().toString()).chain(known -> {
            Support before = known.map(Kept::state).orElseGet(() -> Support.unheardOf(about, on));
            Support after = rule.apply(SupportNews.heard(before, about, on));
            return reactions.keep(supports, known, new Accepted<>(after, List.of()), on)
                    .chain(() -> budget.recount(SupportNews.recounted(before, after)));
        });
    }

    /** Of dossiers without a loan nothing is noted. */
    public Uni<Void> heardOfKnown(About about, LocalDate on, UnaryOperator<Support> rule) {
        return supports.locked(about.dossierId().toString()).chain(known -> known.isEmpty()
                ? Uni.createFrom().voidItem()
                : heard(about, on, rule));
    }
}
