package fr.microcredit.guarantee.grant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.grant.domain.Grant;
import fr.microcredit.guarantee.grant.domain.GrantEvent;
import fr.microcredit.guarantee.grant.domain.GrantRules;
import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.OwnHistory;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** The Region endows a guarantor's fund, an office gives its envelope money, and whoever gave puts a wrong figure right. */
@ApplicationScoped
public class GiveMoney implements OwnHistory<GrantEvent> {
    private final Acts acts;
    private final Store<Grant> grants;
    private final Guarantors guarantors;
    private final LedgerBook ledger;

    GiveMoney(Acts acts, Store<Grant> grants, Guarantors guarantors, LedgerBook ledger) {
        this.acts = acts;
        this.grants = grants;
        this.guarantors = guarantors;
        this.ledger = ledger;
    }

    public Uni<Kept<Grant>> endow(Act act, String guarantor, Money endowment, BigDecimal multiplier) {
        act.noting("guarantor", guarantor).noting("amountCents", endowment.cents()).noting("multiplier",
                multiplier.toPlainString());
        return guarantors.isKnown(guarantor).invoke(GiveMoney::require).chain(() -> open(act,
                on -> GrantRules.endow(UUID.randomUUID(), guarantor, endowment, multiplier, on)));
    }

    private static void require(boolean known) {
        if (!known) {
            throw RefusedException.unknown();
        }
    }

    public Uni<Kept<Grant>> grantEnvelope(Act act, int year, Money amount) {
        act.noting("year", year).noting("amountCents", amount.cents());
        return open(act, on -> GrantRules.grant(UUID.randomUUID(), act.actor().tenantId(), year, amount, on));
    }

    private Uni<Kept<Grant>> open(Act act, Function<LocalDate, Decision<Grant, GrantEvent>> rule) {
        return ledger.entered().chain(() -> acts.open(act, grants, rule))
                .call(kept -> post(Optional.empty(), kept.state()));
    }

    /** Fails with {@code already-promised} where the difference can not be taken back any more. */
    public Uni<Kept<Grant>> correct(Act act, UUID id, Money right) {
        act.noting("amountCents", right.cents());
        return acts.changeAfter(act, grants, LedgerBook.LOCK, id.toString(),
                (grant, on) -> available(grant).map(free -> GrantRules.correct(grant, right, free, on))
                        .call(decision -> postCorrection(grant, decision)));
    }

    private Uni<Money> available(Grant grant) {
        return ledger.balances(Set.of(grant.available())).map(found -> found.get(grant.available()));
    }

    private Uni<Void> postCorrection(Grant before, Decision<Grant, GrantEvent> decision) {
        return decision instanceof Decision.Accepted<Grant, GrantEvent> accepted
                ? post(Optional.of(before), accepted.state())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> post(Optional<Grant> before, Grant after) {
        UUID id = before.isPresent() ? UUID.randomUUID() : after.id();
        return GrantRules.entry(before, after).map(entry -> ledger.post(id, before.map(Grant::id), entry))
                .orElse(Uni.createFrom().voidItem());
    }

    @Override
    public Class<GrantEvent> told() {
        return GrantEvent.class;
    }

    @Override
    public Uni<Void> takeOver(ReceivedEvent event, GrantEvent told) {
        return ledger.entered().chain(() -> grants.locked(event.key())).chain(known -> {
            Optional<Grant> before = known.map(Kept::state);
            Grant grant = GrantRules.given(UUID.fromString(event.key()), before, told, event.on());
            return grants.put(known, grant).chain(() -> post(before, grant));
        });
    }
}
