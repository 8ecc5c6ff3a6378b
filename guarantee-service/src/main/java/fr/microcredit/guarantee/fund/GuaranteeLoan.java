package fr.microcredit.guarantee.fund;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.domain.Change;
import fr.microcredit.guarantee.fund.domain.Fund;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.fund.domain.Guarantee.Status;
import fr.microcredit.guarantee.fund.domain.Request;
import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.kit.money.Money;

/**
 * Follows a loan with its guarantee. Each step looks at where the guarantee stands, so that reading the bank's topic again
 * decides nothing again.
 */
@ApplicationScoped
public class GuaranteeLoan {
    private final Guarantees guarantees;
    private final GuaranteeFile file;
    private final LedgerBook ledger;

    GuaranteeLoan(Guarantees guarantees, GuaranteeFile file, LedgerBook ledger) {
        this.guarantees = guarantees;
        this.file = file;
        this.ledger = ledger;
    }

    /** The bank has accepted: what an earlier round had reserved goes back first. */
    public Uni<Void> accepted(Request request) {
        return guarantees.locked(request.dossierId())
                .chain(known -> isAnswered(known, request.round())
                        ? Uni.createFrom().voidItem()
                        : giveBack(known, request.on()).chain(() -> reserve(request)));
    }

    private Uni<Void> reserve(Request request) {
        if (request.shares().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return ledger.locked(Fund.accounts(request))
                .chain(balances -> guarantees.lockedExposure(request.personId())
                        .map(exposure -> Fund.reserve(request, balances, exposure)))
                .chain(file::keep);
    }

    /** The bank has disagreed or refused: nothing stays reserved. */
    public Uni<Void> notAccepted(UUID dossierId, int round, LocalDate on) {
        return guarantees.locked(dossierId)
                .chain(known -> isAnswered(known, round) ? Uni.createFrom().voidItem() : giveBack(known, on));
    }

    private static boolean isAnswered(Optional<Guarantee> known, int round) {
        return known.map(guarantee -> guarantee.round() >= round).orElse(false);
    }

    private Uni<Void> giveBack(Optional<Guarantee> known, LocalDate on) {
        return when(known, Status.RESERVED, reserved -> Fund.giveBack(reserved, on));
    }

    /**
     * The loan is paid out. A reservation that has run out while the bank was paying is asked for once more: the day-end
     * and the bank's report may cross.
     */
    public Uni<Void> disbursed(Request request) {
        return guarantees.locked(request.dossierId())
                .chain(known -> known.map(Guarantee::status).equals(Optional.of(Status.EXPIRED))
                        ? reserve(request).chain(() -> guarantees.locked(request.dossierId()))
                        : Uni.createFrom().item(known))
                .chain(known -> when(known, Status.RESERVED, reserved -> Fund.makeEffective(reserved, request.on())));
    }

    /** Principal is repaid; a figure that is no lower than the one known says nothing new. */
    public Uni<Void> repaid(UUID dossierId, Money outstanding, LocalDate on) {
        return guarantees.locked(dossierId)
                .chain(known -> when(known.filter(each -> !outstanding.isAtLeast(each.outstanding())), Status.EFFECTIVE,
                        effective -> Fund.reduce(effective, outstanding, on)));
    }

    public Uni<Void> ended(UUID dossierId, LocalDate on) {
        return guarantees.locked(dossierId)
                .chain(known -> when(known, Status.EFFECTIVE, effective -> Fund.release(effective, on)));
    }

    private Uni<Void> when(Optional<Guarantee> known, Status status, Function<Guarantee, Change> change) {
        return known.filter(guarantee -> guarantee.status() == status).map(change).map(file::keep)
                .orElse(Uni.createFrom().voidItem());
    }
}
