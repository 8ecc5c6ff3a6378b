package fr.microcredit.commission.support.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.support.domain.LimitRules.Used;
import fr.microcredit.commission.support.domain.SupportEvent.SupportGranted;
import fr.microcredit.commission.support.domain.SupportEvent.SupportRefused;
import fr.microcredit.commission.support.domain.SupportRequest.Status;
import fr.microcredit.commission.support.domain.SupportRequest.Why;
import fr.microcredit.commission.support.domain.SupportRequest.Withdrawal;
import fr.microcredit.commission.support.domain.SupportRuling.Verdict;
import fr.microcredit.commission.support.domain.SupportSettings.Limits;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** What the support commission may decide, and when it may take it back (domain.md 1.2, 7). */
public final class SupportRules {
    private static final String INSTALMENTS = "/instalments";
    private static final String AMOUNT = "/amountCents";
    private static final String REASONS = "/reasons";
    private static final String BEFORE = "date-before-previous-step";

    private SupportRules() {
    }

    /** What can be done with a request as it stands, each act named as its address is. */
    public enum Act {
        DECISION, WITHDRAWAL
    }

    public static List<Act> possible(Standing standing) {
        if (standing.status() == Status.WAITING) {
            return List.of(Act.DECISION);
        }
        return isTakenBack(standing) ? List.of(Act.WITHDRAWAL) : List.of();
    }

    private static boolean isTakenBack(Standing standing) {
        return standing.status() == Status.GRANTED && !standing.paid().isPositive();
    }

    /**
     * What was put to the commission, with what it is held against.
     *
     * @param instalments the whole request's where none is named
     * @param amount      that of the whole request where none is named
     */
    public record Put(Verdict decision, Optional<List<Integer>> instalments, Optional<Money> amount,
            List<SupportRuling.Reason> reasons) {
        SupportRuling on(SupportRequest request, LocalDate day) {
            boolean isGrant = decision == Verdict.GRANTED;
            return new SupportRuling(decision, isGrant ? instalments.orElse(request.instalments()) : List.of(),
                    isGrant ? amount.orElse(request.amount()) : Money.ZERO, reasons, Optional.empty(), day);
        }
    }

    /** What the office lets it spend on the day of the decision, and what counts already. */
    public record Purse(Optional<Limits> limits, Used used) {
    }

    /** The same decision again changes nothing; another one needs a request of its own, or the withdrawal first. */
    public static Decision<Support, SupportEvent> decide(Support support, UUID id, Put put, Purse purse,
            LocalDate on) {
        Optional<SupportRequest> found = support.request(id);
        if (found.isEmpty()) {
            return Decision.refused(Reason.unknown());
        }
        SupportRequest request = found.get();
        SupportRuling ruling = put.on(request, on);
        Status status = support.standing(request).status();
        if (status == Status.LAPSED && request.ruling().isEmpty()) {
            return Decision.refused(Reason.conflict("support-lapsed"));
        }
        if (status != Status.WAITING) {
            return status != Status.WITHDRAWN && request.ruling().filter(ruling::saysTheSameAs).isPresent()
                    ? Decision.unchanged(support)
                    : Decision.refused(Reason.conflict("support-decided"));
        }
        return Decision.unless(against(support, request, put, ruling, purse),
                () -> taken(support, request, purse.limits().filter(any -> ruling.isGrant())
                        .map(limits -> ruling.under(limits.budgetLine())).orElse(ruling)));
    }

    private static Decision<Support, SupportEvent> taken(Support support, SupportRequest request,
            SupportRuling ruling) {
        return Decision.accepted(support.with(request.decided(ruling)), ruling.isGrant()
                ? new SupportGranted(request.id(), ruling.instalments(), ruling.amount(), ruling.budgetLine())
                : new SupportRefused(request.id(), ruling.reasons().stream()
                        .map(each -> SupportEvent.Reason.valueOf(each.name())).toList()));
    }

    /** Conflicts first: one of them gives the refusal its name. */
    private static List<Reason> against(Support support, SupportRequest request, Put put, SupportRuling ruling,
            Purse purse) {
        List<Reason> reasons = new ArrayList<>();
        if (ruling.isGrant()) {
            reasons.addAll(LimitRules.against(purse.limits(), purse.used(), ruling.amount()));
            addInstalments(reasons, support, request, ruling);
            addAmount(reasons, request, put, ruling);
            if (!ruling.reasons().isEmpty()) {
                reasons.add(Reason.invalid(REASONS, "reasons-of-an-approval"));
            }
        } else {
            addRefusal(reasons, put);
        }
        if (ruling.decidedOn().isBefore(request.askedOn())) {
            reasons.add(Reason.invalid("/decidedOn", BEFORE));
        }
        return reasons;
    }

    private static void addInstalments(List<Reason> reasons, Support support, SupportRequest request,
            SupportRuling ruling) {
        List<Integer> named = ruling.instalments();
        if (named.isEmpty() || !request.instalments().containsAll(named)
                || new HashSet<>(named).size() < named.size()) {
            reasons.add(Reason.invalid(INSTALMENTS, "not-of-the-request"));
        } else if (!named.stream().allMatch(support::isOpen)) {
            reasons.add(Reason.invalid(INSTALMENTS, "instalment-not-open"));
        }
    }

    /** What one instalment comes to only the bank knows: for a part of the request the commission says how much. */
    private static void addAmount(List<Reason> reasons, SupportRequest request, Put put, SupportRuling ruling) {
        if (put.amount().isEmpty() && !ruling.instalments().equals(request.instalments())) {
            reasons.add(Reason.invalid(AMOUNT, "required"));
        }
        if (!request.amount().isAtLeast(ruling.amount())) {
            reasons.add(Reason.invalid(AMOUNT, "more-than-asked", request.amount()));
        }
    }

    private static void addRefusal(List<Reason> reasons, Put put) {
        if (put.reasons().isEmpty()) {
            reasons.add(Reason.invalid(REASONS, "reason-required"));
        }
        if (new HashSet<>(put.reasons()).size() < put.reasons().size()) {
            reasons.add(Reason.invalid(REASONS, "twice"));
        }
        put.instalments().ifPresent(any -> reasons.add(Reason.invalid(INSTALMENTS, "of-no-refusal")));
        put.amount().ifPresent(any -> reasons.add(Reason.invalid(AMOUNT, "of-no-refusal")));
    }

    /** A grant is taken back as long as nothing was paid under it; its part of the budget is free again. */
    public static Decision<Support, SupportEvent> withdraw(Support support, UUID id, Why why, LocalDate on) {
        Optional<SupportRequest> found = support.request(id);
        if (found.isEmpty()) {
            return Decision.refused(Reason.unknown());
        }
        SupportRequest request = found.get();
        Standing standing = support.standing(request);
        if (request.withdrawal().filter(before -> before.why() == why).isPresent()) {
            return Decision.unchanged(support);
        }
        if (!isTakenBack(standing)) {
            return Decision.refused(
                    Reason.conflict(standing.paid().isPositive() ? "support-paid" : "support-not-granted"));
        }
        return standing.since().filter(on::isBefore).isPresent()
                ? Decision.refused(Reason.invalid("/withdrawnOn", BEFORE))
                : Decision.accepted(support.with(request.withdrawn(new Withdrawal(why, on))),
                        new SupportRefused(id, List.of(SupportEvent.Reason.GRANT_WITHDRAWN)));
    }
}
