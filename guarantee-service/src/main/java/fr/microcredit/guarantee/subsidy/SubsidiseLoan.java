package fr.microcredit.guarantee.subsidy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.guarantee.ledger.domain.EnvelopeAccounts;
import fr.microcredit.guarantee.subsidy.domain.Envelope;
import fr.microcredit.guarantee.subsidy.domain.Subsidy;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Status;
import fr.microcredit.guarantee.subsidy.domain.SubsidyRequest;
import fr.microcredit.kit.money.Money;

/** Follows a loan with its interest subsidy; each step looks at where the subsidy stands, so nothing is decided twice. */
@ApplicationScoped
public class SubsidiseLoan {
    private static final String DECIDED_AGAIN = "decided-again";

    private final Subsidies subsidies;
    private final SubsidyFile file;
    private final LedgerBook ledger;

    SubsidiseLoan(Subsidies subsidies, SubsidyFile file, LedgerBook ledger) {
        this.subsidies = subsidies;
        this.file = file;
        this.ledger = ledger;
    }

    /** The bank has accepted: what an earlier round had reserved goes back first. */
    public Uni<Void> accepted(SubsidyRequest request) {
        return subsidies.locked(request.dossierId())
                .chain(known -> isAnswered(known, request.round())
                        ? Uni.createFrom().voidItem()
                        : giveBack(known, request.on()).chain(() -> reserve(request)));
    }

    private Uni<Void> reserve(SubsidyRequest request) {
        return available(request.officeId(), request.on().getYear())
                .chain(available -> file.keep(Envelope.reserve(request, available)));
    }

    private Uni<Money> available(String officeId, int year) {
        String account = new EnvelopeAccounts(officeId, year).available();
        return ledger.locked(Set.of(account)).map(balances -> balances.get(account));
    }

    /** The bank has disagreed or refused: nothing stays reserved. */
    public Uni<Void> notAccepted(UUID dossierId, int round, LocalDate on) {
        return subsidies.locked(dossierId)
                .chain(known -> isAnswered(known, round) ? Uni.createFrom().voidItem() : giveBack(known, on));
    }

    private static boolean isAnswered(Optional<Subsidy> known, int round) {
        return known.map(subsidy -> subsidy.round() >= round).orElse(false);
    }

    private Uni<Void> giveBack(Optional<Subsidy> known, LocalDate on) {
        return known.filter(subsidy -> subsidy.status() == Status.RESERVED)
                .map(reserved -> file.keep(Envelope.giveBack(reserved, DECIDED_AGAIN, on)))
                .orElse(Uni.createFrom().voidItem());
    }

    /**
     * The loan is paid out. A reservation that has run out while the bank was paying is asked for once more: the day-end
     * and the bank's report may cross.
     */
    public Uni<Void> disbursed(SubsidyRequest request, LocalDate firstDueOn) {
        return subsidies.locked(request.dossierId())
                .chain(known -> known.map(Subsidy::status).equals(Optional.of(Status.RELEASED))
                        ? reserve(request).chain(() -> subsidies.locked(request.dossierId()))
                        : Uni.createFrom().item(known))
                .chain(known -> known.filter(subsidy -> subsidy.status() == Status.RESERVED)
                        .map(reserved -> commit(reserved, firstDueOn, request.on()))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Void> commit(Subsidy reserved, LocalDate firstDueOn, LocalDate on) {
        return available(reserved.officeId(), on.getYear())
                .chain(available -> file.keep(Envelope.commit(reserved, available, firstDueOn, on)));
    }

    /** @param paid instalments paid as scheduled */
    public Uni<Void> ended(UUID dossierId, int paid, LocalDate on) {
        return subsidies.locked(dossierId)
                .chain(known -> file.keepAll(known.filter(subsidy -> subsidy.status() == Status.COMMITTED)
                        .map(committed -> Envelope.settle(committed, paid, on)).orElse(List.of())))
                .replaceWithVoid();
    }
}
