package fr.microcredit.intake.request.domain;

import java.util.EnumSet;
import java.util.Set;

/** How far a request has come on its way to a bank. */
public enum Stage {
    DRAFT, SUBMITTED, NEEDS_JUDGEMENT, ELIGIBLE, FOUND_INELIGIBLE, INELIGIBLE, APPROVED, REFUSED, TRANSMITTED,
    /** A meeting with the bank has changed it: it is assessed and sent again. */
    AMENDED, WITHDRAWN,
    /** Its bank has refused it, and no other one is asked. */
    NOT_LENT,
    /** Without news of the applicant. */
    ABANDONED;

    private static final Set<Stage> FINAL = EnumSet.of(INELIGIBLE, REFUSED, WITHDRAWN, NOT_LENT, ABANDONED);

    /** Nothing changes the request any more. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }
}
