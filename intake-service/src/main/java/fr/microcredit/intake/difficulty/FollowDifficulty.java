package fr.microcredit.intake.difficulty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.DifficultyRules;
import fr.microcredit.intake.difficulty.domain.Repayment.Corrected;
import fr.microcredit.intake.difficulty.domain.Repayment.Due;
import fr.microcredit.intake.request.FrozenTerms;
import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Sees a loan through what its bank and the support commission tell of it, from the pay-out on. */
@ApplicationScoped
public class FollowDifficulty {
    private final Reactions reactions;
    private final Store<Difficulty> difficulties;
    private final Store<Request> requests;

    FollowDifficulty(Reactions reactions, Store<Difficulty> difficulties, Store<Request> requests) {
        this.reactions = reactions;
        this.difficulties = difficulties;
        this.requests = requests;
    }

    public Uni<Void> paidOut(About about, List<Due> table, LocalDate on) {
        return reactions.always(difficulties, about.dossierId().toString(), on,
                known -> told(DifficultyRules.paidOut(known, about, table, on)));
    }

    /** What anybody may tell the office. */
    public Uni<Void> happened(About about, LocalDate on, UnaryOperator<Difficulty> rule) {
        return reactions.ifKnown(difficulties, about.dossierId().toString(), on, loan -> told(rule.apply(loan)));
    }

    /** What is told under the applicant's consent to incident reports only; of who is unknown there is none. */
    public Uni<Void> incident(About about, LocalDate on, BiFunction<Difficulty, Consents, Difficulty> rule) {
        return request(about)
                .map(found -> found.map(request -> request.content().consents()).orElse(Consents.NONE))
                .chain(consents -> happened(about, on, loan -> rule.apply(loan, consents)));
    }

    /** What the bank has put right: what it counts as missed depends on the days of its convention. */
    public Uni<Void> corrected(About about, LocalDate on, int instalmentsPaid, int missedInstalments) {
        return request(about).map(found -> found.map(FrozenTerms::representationDays).orElse(0))
                .chain(days -> happened(about, on, loan -> DifficultyRules.corrected(loan,
                        new Corrected(instalmentsPaid, missedInstalments, days), on)));
    }

    private Uni<Optional<Request>> request(About about) {
        return requests.find(about.dossierId().toString()).map(found -> found.map(Kept::state));
    }

    private static Accepted<Difficulty, Record> told(Difficulty loan) {
        return new Accepted<>(loan, List.of());
    }
}
