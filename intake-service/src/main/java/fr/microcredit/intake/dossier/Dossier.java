package fr.microcredit.intake.dossier;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.intake.accompaniment.domain.AccompanimentRules;
import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.domain.Codes;

/**
 * A request and what has become of it.
 *
 * @param applicant empty where the person was erased
 * @param loan      as the office sees to it, once it is paid out
 * @param bankGone  whether its bank takes nothing today of what no bank has yet
 */
public record Dossier(Request request, Optional<Accompaniment> accompaniment, Optional<Applicant> applicant,
        Optional<Difficulty> loan, boolean bankGone) implements Aggregate {
    public Dossier(Request request, Optional<Accompaniment> accompaniment, Optional<Applicant> applicant,
            Optional<Difficulty> loan) {
        this(request, accompaniment, applicant, loan, false);
    }

    Dossier asking(boolean takenByItsBank) {
        return new Dossier(request, accompaniment, applicant, loan, !takenByItsBank);
    }

    /** How far it has come, over all rooms. */
    @Override
    public String status() {
        return request.stage() == Stage.TRANSMITTED
                ? Codes.of(AccompanimentRules.stage(request, accompaniment))
                : request.status();
    }

    @Override
    public String key() {
        return request.key();
    }

    @Override
    public String tenant() {
        return request.tenant();
    }

    @Override
    public LocalDate day() {
        return request.day();
    }

    @Override
    public LocalDate lastOn() {
        return request.lastOn();
    }
}
