package fr.microcredit.guarantee.claim.messaging;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.claim.FollowClaim;
import fr.microcredit.guarantee.claim.domain.Claim;
import fr.microcredit.guarantee.claim.domain.Filing;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** What the bank tells of a loan in default, as far as the guarantors are called for it. */
@ApplicationScoped
class BankEvents implements EventHandlers {
    private final FollowClaim follow;

    BankEvents(FollowClaim follow) {
        this.follow = follow;
    }

    record Filed(UUID claimId, Money base, Money overdueInterest, Money recovered, List<Document> documents) {
        record Document(Filing.Kind kind, String sha256, long bytes) {
        }
    }

    record Withdrawn(UUID claimId) {
    }

    record Recovered(UUID recoveryId, Money amount, Money debt) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("bank").on("claim-filed", Filed.class, this::filed)
                .on("claim-withdrawn", Withdrawn.class,
                        (event, data) -> follow.withdrawn(event.about(), data.claimId(), event.on()))
                .on("recovery-received", Recovered.class,
                        (event, data) -> follow.recovered(event.about(),
                                new Claim.Recovery(data.recoveryId(), data.amount()), data.debt(), event.on()))
                .on("written-off", event -> follow.writtenOff(event.about(), event.on()));
    }

    private Uni<Void> filed(ReceivedEvent event, Filed data) {
        List<Filing.Document> documents = data.documents().stream()
                .map(each -> new Filing.Document(each.kind(), each.sha256(), each.bytes())).toList();
        return follow.filed(event.about(), data.claimId(), event.on(), clause -> new Filing(data.base(),
                data.overdueInterest(), data.recovered(), documents, event.on(), clause));
    }
}
