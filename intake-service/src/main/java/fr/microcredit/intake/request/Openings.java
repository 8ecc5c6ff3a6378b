package fr.microcredit.intake.request;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.FileNumber;

/** What a new dossier needs of what all offices share. */
public interface Openings {
    /**
     * For whom a dossier is opened, and under which number.
     *
     * @param person the identifier given to the same person before, or a new random one
     */
    record Opening(UUID person, FileNumber number) {
    }

    /**
     * Asked for in one statement. Nobody waits here for who else opens a dossier, but who opens the first of an office and year.
     *
     * @param codes the office's number may begin with, the nicest first; once it has one, that
     * @param year  of opening
     */
    Uni<Opening> begin(Applicant applicant, String officeId, List<String> codes, int year);

    /** The code of an office: the one it has, else the first of these that is nobody's; empty where each is another's. */
    Uni<Optional<String>> settled(String officeId, List<String> codes);
}
