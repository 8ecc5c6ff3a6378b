package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.RequestEvent.IdentityDisclosed;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** What an office may do with a request, and when. */
public final class RequestRules {
    /** Nobody younger signs a contract at all (Code civil, 1145 and 1146); between 16 and 18 a named agent judges. */
    private static final int AGE_MIN = 16;
    private static final int AGE_MAX = 120;
    private static final String REQUIRED = "required";

    private RequestRules() {
    }

    public static Decision<Request, RequestEvent> open(About about, Registration registration, Applicant applicant,
            Content content, LocalDate on) {
        return Decision.unless(implausible(applicant, content, on),
                () -> Decision.accepted(Request.draft(about, registration, content, on), new RequestEvent.Opened()));
    }

    /** Only the draft can be rewritten: afterwards others have decided on what it says. */
    public static Decision<Request, RequestEvent> change(Request request, About whom, Applicant applicant,
            Content content, LocalDate on) {
        return request.stage() == Stage.DRAFT
                ? Decision.unless(implausible(applicant, content, on),
                        () -> Decision.accepted(request.with(whom, content).at(Stage.DRAFT, on), List.of()))
                : wrongStage();
    }

    /** Dates that can not be, by the day of the act and not by a clock. */
    static List<Reason> implausible(Applicant applicant, Content content, LocalDate on) {
        List<Reason> reasons = new ArrayList<>();
        if (applicant.birthDate().isAfter(on)) {
            reasons.add(Reason.invalid("/applicant/birthDate", "date-in-the-future"));
        } else if (age(applicant, on) > AGE_MAX) {
            reasons.add(Reason.invalid("/applicant/birthDate", "too-old", AGE_MAX));
        }
        content.household().ifPresent(household -> {
            if (household.childBirthDates().stream().anyMatch(birth -> birth.isAfter(on))) {
                reasons.add(Reason.invalid("/household/childBirthDates", "date-in-the-future"));
            }
            if (household.residentSince().filter(since -> since.isAfter(on)).isPresent()) {
                reasons.add(Reason.invalid("/household/residentSince", "date-in-the-future"));
            }
        });
        return reasons;
    }

    static int age(Applicant applicant, LocalDate on) {
        return Period.between(applicant.birthDate(), on).getYears();
    }

    /**
     * Another agent of the office takes care of it, as long as it is not over.
     *
     * @param known whether the office has such an agent
     */
    public static Decision<Request, RequestEvent> entrust(Request request, String agent, boolean known) {
        if (request.stage().isFinal()) {
            return wrongStage();
        }
        return known
                ? Decision.accepted(request.registered(request.registration().entrustedTo(agent)), List.of())
                : Decision.refused(Reason.conflict("unknown-agent"));
    }

    /**
     * @param openElsewhereSince month since which another office has an open request of the same person
     * @param catalogue          what it says against scheme and bank of the request
     */
    public static Decision<Request, RequestEvent> submit(Request request, Applicant applicant,
            Optional<YearMonth> openElsewhereSince, List<Reason> catalogue, LocalDate on) {
        if (request.stage() != Stage.DRAFT) {
            return wrongStage();
        }
        List<Reason> reasons = new ArrayList<>(missing(request.content(), on));
        reasons.addAll(catalogue);
        reasons.addAll(tooYoung(applicant, on));
        return Decision.unless(reasons, () -> {
            Request submitted = request.at(Stage.SUBMITTED, on).revised(1, 1)
                    .registered(request.registration().handedIn(on, openElsewhereSince));
            return Decision.accepted(submitted,
                    List.of(situation(submitted, applicant, on), submitted(submitted, applicant, on)));
        });
    }

    static List<Reason> tooYoung(Applicant applicant, LocalDate on) {
        return age(applicant, on) < AGE_MIN
                ? List.of(Reason.invalid("/applicant/birthDate", "too-young", AGE_MIN))
                : List.of();
    }

    static List<Reason> missing(Content content, LocalDate on) {
        List<Reason> reasons = new ArrayList<>();
        require(content.household().isPresent(), "/household", reasons);
        require(content.budget().isPresent(), "/budget", reasons);
        require(content.request().isPresent(), "/request", reasons);
        require(content.consents().allowTransmission(on), "/consents/transmission", reasons);
        return reasons;
    }

    private static void require(boolean there, String pointer, List<Reason> reasons) {
        if (!there) {
            reasons.add(Reason.invalid(pointer, REQUIRED));
        }
    }

    static RequestEvent situation(Request request, Applicant applicant, LocalDate on) {
        Household household = request.content().household().orElseThrow();
        Budget budget = request.content().budget().orElseThrow();
        return new RequestEvent.SituationDeclared(request.situationRevision(), household.commune(),
                age(applicant, on), household.personsFrom14(on), household.personsUnder14(on),
                household.isLoneParent(), budget.totalResources(), budget.totalCharges(), budget.loanInstalments(),
                budget.existingDebt(), budget.overIndebted(), household.residenceMonths(on));
    }

    private static RequestEvent submitted(Request request, Applicant applicant, LocalDate on) {
        LoanRequest asked = request.asked();
        return new RequestEvent.Submitted(request.revision(), request.situationRevision(),
                request.registration().number().text(), asked.schemeId(),
                asked.bankId(), asked.purpose(), asked.ground(), asked.amount(), asked.termMonths(),
                asked.borrowerRate(), bands(request, applicant, on));
    }

    static Bands bands(Request request, Applicant applicant, LocalDate on) {
        return Bands.of(applicant.birthDate(), request.content().household().orElseThrow(),
                request.content().budget().orElseThrow().totalResources(), on);
    }

    /**
     * What decides on sending besides the request itself.
     *
     * @param commissionRequired whether a commission has to approve first
     * @param hasConvention      whether the bank takes files under the scheme on the day; what it has runs on without
     */
    public record Sending(boolean commissionRequired, boolean hasConvention) {
    }

    /**
     * A named agent sends the file to the bank: where the scheme has no commission this act takes its place (domain.md
     * A.5), elsewhere it needs the commission's approval.
     */
    public static Decision<Request, RequestEvent> transmit(Request request, Optional<Applicant> applicant,
            Sending sending, LocalDate on) {
        boolean ready = request.stage() == Stage.APPROVED
                || request.stage() == Stage.ELIGIBLE && !sending.commissionRequired();
        if (!ready) {
            return wrongStage();
        }
        if (!request.missing().isEmpty()) {
            return Decision.refused(Reason.conflict("items-missing"));
        }
        if (!request.wasSent() && !sending.hasConvention()) {
            return Decision.refused(Reason.conflict("bank-without-convention"));
        }
        return request.content().consents().allowTransmission(on) && applicant.isPresent()
                ? sent(request.isApproved() ? request : request.approvedAs(Approval.PLAIN), applicant.get(), on)
                : Decision.refused(Reason.conflict("consent-missing"));
    }

    /** To the bank of the request, and to nobody else. */
    static Decision.Accepted<Request, RequestEvent> sent(Request approved, Applicant applicant, LocalDate on) {
        Request sent = approved.with(approved.about().at(approved.asked().bankId()), approved.content())
                .registered(approved.registration().sent(on)).at(Stage.TRANSMITTED, on);
        return new Decision.Accepted<>(sent,
                List.of(disclosed(sent, applicant),
                        new RequestEvent.Transmitted(sent.revision(), sent.registration().number().text(),
                                sent.asked().purpose(),
                                sent.terms().orElseThrow(),
                                sent.approval().orElseThrow().conditions(), sent.approval().orElseThrow().kept())));
    }

    /** Who asks and what was declared, under the applicant's consent. */
    static IdentityDisclosed disclosed(Request request, Applicant applicant) {
        Budget budget = request.content().budget().orElseThrow();
        return new IdentityDisclosed(applicant,
                new IdentityDisclosed.DeclaredForm(budget.resources(), budget.charges(), budget.loans()),
                request.content().consents().transmission().orElseThrow());
    }

    public static Decision<Request, RequestEvent> wrongStage() {
        return Decision.refused(Reason.conflict("dossier-stage"));
    }
}
