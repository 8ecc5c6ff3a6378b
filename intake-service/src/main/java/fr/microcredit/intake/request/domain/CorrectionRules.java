package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/**
 * How what was written down of an applicant is put right at any time: a name, an address, a telephone number. It is no change of
 * the request, nobody decides again, and the bank that has it is told.
 */
public final class CorrectionRules {
    private CorrectionRules() {
    }

    /**
     * What is right.
     *
     * @param person  known by these particulars
     * @param bankHas whether a bank has the request, and is told
     */
    public record Correction(Applicant applicant, UUID person, boolean bankHas) {
    }

    /**
     * The person stays the person: what others hold is theirs under the same identifier, and the cap is looked at under it.
     *
     * @param before as it stands
     */
    public static Decision<Request, RequestEvent> correct(Request request, Applicant before, Correction correction,
            LocalDate on) {
        Applicant applicant = correction.applicant();
        if (request.stage() == Stage.DRAFT || request.stage().isFinal()) {
            return RequestRules.wrongStage();
        }
        if (before.equals(applicant)) {
            return Decision.unchanged(request);
        }
        List<Reason> reasons = new ArrayList<>(RequestRules.implausible(applicant, request.content(), on));
        if (!correction.person().equals(request.about().personId())) {
            reasons.add(Reason.invalid("/applicant", "another-person"));
        }
        if (isAnotherAge(request, before, applicant)) {
            reasons.add(Reason.invalid("/applicant/birthDate", "age-was-assessed"));
        }
        return Decision.unless(reasons, () -> Decision.accepted(request.at(request.stage(), on).reached(),
                correction.bankHas() ? List.of(RequestRules.disclosed(request, applicant)) : List.of()));
    }

    /** The rules have looked at the age: another one is an amendment. */
    private static boolean isAnotherAge(Request request, Applicant before, Applicant applicant) {
        return RequestRules.age(before, request.openedOn()) != RequestRules.age(applicant, request.openedOn());
    }
}
