package fr.microcredit.commission.session.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.RequestRules;
import fr.microcredit.commission.session.domain.Ruling.Verdict;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** What a session may decide, and who in it (domain.md A.5). */
public final class RulingRules {
    private RulingRules() {
    }

    /**
     * What the decision makes of the request; the same one again changes nothing. What was decided is changed only by a later
     * decision that cites it, of this session or another, as long as no bank has the request.
     *
     * @param subject who decides
     */
    public static Decision<Request, SessionEvent> decide(Sitting sitting, Request request, Ruling ruling,
            String subject) {
        Session session = sitting.session();
        Optional<Ruling> before = taken(session, request);
        if (before.filter(taken -> !taken.isCitedBy(ruling)).isPresent()) {
            return before.get().saysTheSameAs(ruling)
                    ? Decision.unchanged(request)
                    : Decision.refused(Reason.conflict("decided-otherwise"));
        }
        return Decision.unless(against(sitting, request, ruling, subject),
                () -> Decision.accepted(
                        RequestRules.decided(request, ruling.next(), ruling.link().id(), session.heldOn()),
                        new SessionEvent.Decided(ruling.revision(), session.id(), ruling.link().id(),
                                ruling.link().replaces(), ruling.decision(), ruling.reasons(), ruling.missing(),
                                ruling.conditions())));
    }

    /** What this session has decided on the request as it stands. */
    private static Optional<Ruling> taken(Session session, Request request) {
        return session.rulingOn(request.dossierId()).filter(taken -> taken.revision() >= request.amendedTo());
    }

    /** Whether this session may decide on the request, for the first time or again by citing what stands. */
    static boolean isDecidable(Session session, Request request) {
        Optional<UUID> own = taken(session, request).map(ruling -> ruling.link().id());
        boolean first = own.isEmpty() && AgendaRules.isOn(session, request) && !request.isBeingAssessed();
        boolean again = !request.sent() && request.decidedBy().isPresent()
                && (own.isEmpty() || own.equals(request.decidedBy()));
        return session.state() == Session.Status.OPEN && (first || again);
    }

    /** Conflicts first: one of them gives the refusal its name. */
    private static List<Reason> against(Sitting sitting, Request request, Ruling ruling, String subject) {
        List<Reason> reasons = new ArrayList<>();
        if (!sitting.session().isChairedBy(subject)) {
            reasons.add(Reason.conflict("not-in-the-chair"));
        } else {
            sitting.session().chair().ifPresent(by -> reasons.addAll(AttendanceRules.againstChair(sitting, by)));
        }
        ruling.link().replaces().ifPresentOrElse(cited -> addCited(reasons, cited, request, ruling),
                () -> addState(reasons, sitting.session(), request, ruling));
        reasons.addAll(PollRules.against(sitting, ruling));
        addReasons(reasons, ruling);
        addLists(reasons, ruling);
        return reasons;
    }

    private static void addState(List<Reason> reasons, Session session, Request request, Ruling ruling) {
        if (!AgendaRules.isOn(session, request)) {
            reasons.add(Reason.conflict("not-on-the-agenda"));
        } else if (request.isBeingAssessed()) {
            reasons.add(Reason.conflict("assessment-pending"));
        } else if (ruling.revision() != request.revision()) {
            reasons.add(Reason.conflict("request-changed"));
        }
    }

    /** It stands on no agenda any more; the decision that is cited has brought it before the commission. */
    private static void addCited(List<Reason> reasons, UUID cited, Request request, Ruling ruling) {
        if (request.sent()) {
            reasons.add(Reason.conflict("sent-to-bank"));
        } else if (!request.isDecidedBy(cited)) {
            reasons.add(Reason.conflict("decision-not-current"));
        } else if (ruling.revision() != request.revision()) {
            reasons.add(Reason.conflict("request-changed"));
        }
        if (ruling.decision() == Verdict.ADJOURNED) {
            reasons.add(Reason.invalid("/decision", "adjournment-replaces-nothing"));
        }
    }

    private static void addReasons(List<Reason> reasons, Ruling ruling) {
        if (ruling.decision() == Verdict.REFUSED && ruling.reasons().isEmpty()) {
            reasons.add(Reason.invalid("/reasons", "reason-required"));
        }
        if (ruling.decision() == Verdict.APPROVED && !ruling.reasons().isEmpty()) {
            reasons.add(Reason.invalid("/reasons", "reasons-of-an-approval"));
        }
        addTwice(reasons, "/reasons", ruling.reasons());
    }

    private static void addLists(List<Reason> reasons, Ruling ruling) {
        if (ruling.decision() != Verdict.ADJOURNED && !ruling.missing().isEmpty()) {
            reasons.add(Reason.invalid("/missing", "missing-of-a-decision"));
        }
        addTwice(reasons, "/missing", ruling.missing());
        if (ruling.decision() != Verdict.APPROVED && !ruling.conditions().isEmpty()) {
            reasons.add(Reason.invalid("/conditions", "conditions-of-no-approval"));
        }
        addTwice(reasons, "/conditions", ruling.conditions());
    }

    private static void addTwice(List<Reason> reasons, String pointer, List<?> named) {
        if (new HashSet<>(named).size() < named.size()) {
            reasons.add(Reason.invalid(pointer, "twice"));
        }
    }
}
