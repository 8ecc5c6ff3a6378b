package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.RequestEvent.Cause;
import fr.microcredit.intake.request.domain.RequestEvent.Part;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** How a request that was handed in changes until it goes to a bank: each change is a revision, and assessed again. */
public final class AmendmentRules {
    private static final Set<Stage> STAGES = EnumSet.of(Stage.SUBMITTED, Stage.NEEDS_JUDGEMENT, Stage.ELIGIBLE,
            Stage.FOUND_INELIGIBLE);
    /** Of these an assessment is made; who lives where and on what. */
    private static final Set<Part> SITUATION = EnumSet.of(Part.APPLICANT, Part.HOUSEHOLD, Part.BUDGET);

    private AmendmentRules() {
    }

    /**
     * A dossier as it is to be.
     *
     * @param whom with the person found by the applicant's new particulars
     */
    public record Amendment(About whom, Applicant applicant, Content content, Cause cause) {
    }

    /**
     * What changes a bank's or an assessor's mind is a new revision; a telephone number and a consent are written down.
     *
     * @param catalogue what it says against scheme and bank
     */
    public static Decision<Request, RequestEvent> amend(Request request, Applicant before, Amendment amendment,
            List<Reason> catalogue, LocalDate on) {
        if (!isAmendable(request)) {
            return RequestRules.wrongStage();
        }
        Applicant applicant = amendment.applicant();
        List<Reason> reasons = new ArrayList<>(RequestRules.implausible(applicant, amendment.content(), on));
        reasons.addAll(RequestRules.missing(amendment.content(), on));
        reasons.addAll(catalogue);
        reasons.addAll(RequestRules.tooYoung(applicant, on));
        return Decision.unless(reasons, () -> {
            List<Part> changed = changed(request.content(), before, amendment);
            Request rewritten = rewritten(request, amendment);
            Request written = before.equals(applicant) ? rewritten : rewritten.reached();
            return changed.isEmpty()
                    ? Decision.accepted(written, List.of())
                    : revised(written, amendment, changed, on);
        });
    }

    /** Who is not known by the same particulars was not looked for at other offices. */
    private static Request rewritten(Request request, Amendment amendment) {
        Request next = request.with(amendment.whom(), amendment.content());
        return request.about().personId().equals(amendment.whom().personId())
                ? next
                : next.registered(request.registration().ofAnotherPerson());
    }

    /** What is asked for under another scheme or of another bank, which has to be open on the day; the first one was. */
    public static Optional<LoanRequest> filedAnew(Request request, Amendment amendment) {
        return amendment.content().request().filter(asked -> request.content().request()
                .filter(before -> before.schemeId().equals(asked.schemeId()) && before.bankId().equals(asked.bankId()))
                .isEmpty());
    }

    /** Whether its household lives in another commune now. */
    public static boolean hasMoved(Request request, Amendment amendment) {
        return !request.content().commune().equals(amendment.content().commune());
    }

    /** The office itself gives it back to the applicant, with what it lacks; it goes on once that is there. */
    public static Decision<Request, RequestEvent> giveBack(Request request, Set<MissingItem> items, LocalDate on) {
        if (!isAmendable(request)) {
            return RequestRules.wrongStage();
        }
        Request lacking = request.lackingToo(items);
        return request.missing().containsAll(items)
                ? Decision.unchanged(request)
                : Decision.accepted(lacking.at(request.stage(), on),
                        new RequestEvent.Returned(request.revision(), lacking.missing()));
    }

    /** What is missing is there, some or all; with the last it comes before the commission again. */
    public static Decision<Request, RequestEvent> receive(Request request, Set<MissingItem> items, LocalDate on) {
        if (!isAmendable(request)) {
            return RequestRules.wrongStage();
        }
        if (!request.missing().containsAll(items)) {
            return Decision.refused(Reason.invalid("/items", "not-missing"));
        }
        List<MissingItem> left = request.missing().stream().filter(item -> !items.contains(item)).toList();
        return Decision.accepted(request.at(request.stage(), on).lacking(left),
                left.isEmpty() ? List.of(new RequestEvent.Completed(request.revision())) : List.of());
    }

    /** Not what a bank has, and not what the commission has approved: it has approved what stands there. */
    public static boolean isAmendable(Request request) {
        return STAGES.contains(request.stage()) && !request.isApproved();
    }

    private static Decision<Request, RequestEvent> revised(Request written, Amendment amendment, List<Part> changed,
            LocalDate on) {
        boolean situation = changed.stream().anyMatch(SITUATION::contains);
        Request next = written.revised(written.revision() + 1, written.situationRevision() + (situation ? 1 : 0))
                .at(Stage.SUBMITTED, on).lacking(List.of());
        List<RequestEvent> events = new ArrayList<>();
        if (situation) {
            events.add(RequestRules.situation(next, amendment.applicant(), on));
        }
        events.add(amended(next, amendment.cause(), changed,
                Optional.of(RequestRules.bands(next, amendment.applicant(), on))));
        return Decision.accepted(next, events);
    }

    public static RequestEvent.Amended amended(Request next, Cause cause, List<Part> changed, Optional<Bands> bands) {
        LoanRequest asked = next.asked();
        return new RequestEvent.Amended(next.revision(), next.situationRevision(), asked.schemeId(), asked.bankId(),
                asked.purpose(), asked.ground(), asked.amount(), asked.termMonths(), asked.borrowerRate(), cause,
                changed, bands, next.approval().flatMap(Approval::funding));
    }

    private static List<Part> changed(Content before, Applicant applicant, Amendment amendment) {
        List<Part> changed = new ArrayList<>();
        Content after = amendment.content();
        note(changed, Part.APPLICANT, identity(applicant), identity(amendment.applicant()));
        note(changed, Part.HOUSEHOLD, before.household(), after.household());
        note(changed, Part.BUDGET, before.budget(), after.budget());
        changed.addAll(changed(before.request().orElseThrow(), after.request().orElseThrow()));
        return changed;
    }

    public static List<Part> changed(LoanRequest before, LoanRequest after) {
        List<Part> changed = new ArrayList<>();
        note(changed, Part.SCHEME, before.schemeId(), after.schemeId());
        note(changed, Part.BANK, before.bankId(), after.bankId());
        note(changed, Part.PURPOSE, before.purpose(), after.purpose());
        note(changed, Part.PROJECT, before.project(), after.project());
        note(changed, Part.GROUND, before.ground(), after.ground());
        note(changed, Part.AMOUNT, before.amount(), after.amount());
        note(changed, Part.TERM, before.termMonths(), after.termMonths());
        note(changed, Part.RATE, before.borrowerRate(), after.borrowerRate());
        return changed;
    }

    /** Who somebody is; where they live and how they are reached changes nothing of the request. */
    private static List<Object> identity(Applicant applicant) {
        return List.of(applicant.familyName(), applicant.givenNames(), applicant.birthDate());
    }

    private static void note(List<Part> changed, Part part, Object before, Object after) {
        if (!before.equals(after)) {
            changed.add(part);
        }
    }
}
