package fr.microcredit.guarantee;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.guarantee.claim.domain.ClaimEvent;
import fr.microcredit.guarantee.fund.domain.FundEvent;
import fr.microcredit.guarantee.grant.domain.GrantEvent;
import fr.microcredit.guarantee.rebate.domain.RebateEvent;
import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent;
import fr.microcredit.kit.event.EventTable;
import fr.microcredit.kit.event.PublishedEvents;

/** Every event of this service, one line each. */
@ApplicationScoped
class GuaranteeEventTable implements PublishedEvents {
    @Override
    public void list(EventTable table) {
        table.completeFor(FundEvent.class, SubsidyEvent.class, RebateEvent.class, GrantEvent.class,
                ClaimEvent.class).topic("guarantee")
                .on(FundEvent.Reserved.class, "reserved")
                .on(FundEvent.Declined.class, "declined")
                .on(FundEvent.Effective.class, "effective")
                .on(FundEvent.Reduced.class, "reduced")
                .on(FundEvent.Restored.class, "restored")
                .on(FundEvent.Released.class, "released")
                .on(FundEvent.Expired.class, "expired")
                .on(SubsidyEvent.Reserved.class, "subsidy-reserved")
                .on(SubsidyEvent.Declined.class, "subsidy-declined")
                .on(SubsidyEvent.Committed.class, "subsidy-committed")
                .on(SubsidyEvent.Accrued.class, "subsidy-accrued")
                .on(SubsidyEvent.Reversed.class, "subsidy-reversed")
                .on(SubsidyEvent.Released.class, "subsidy-released")
                .on(RebateEvent.Ordered.class, "rebate-ordered")
                .on(GrantEvent.FundEndowed.class, "fund-endowed")
                .on(GrantEvent.EnvelopeGranted.class, "envelope-granted")
                .on(GrantEvent.GrantCorrected.class, "grant-corrected")
                .on(ClaimEvent.Accepted.class, "claim-accepted")
                .on(ClaimEvent.Rejected.class, "claim-rejected")
                .on(ClaimEvent.Paid.class, "claim-paid")
                .on(ClaimEvent.RecoveryShared.class, "recovery-shared");
    }
}
