package fr.microcredit.intake.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.request.domain.FileNumber;
import fr.microcredit.intake.request.domain.Purpose;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store.Filter;

/** Dossiers over all rooms, for who only looks: what the running transaction has changed and not written yet is not seen. */
public interface Dossiers {
    /**
     * What is looked for beside the stage; whatever is empty is not looked at.
     *
     * @param familyName   how it begins, whatever its accents and capitals
     * @param number       whole or in part
     * @param agent        to whom it is entrusted
     * @param standingIn   day on which that agent stands in for others, whose dossiers are looked for too
     * @param opened       days of opening
     * @param submitted    days on which it was handed in
     * @param waitingSince business date since which, or since before which, nothing has happened to the request
     */
    record Wanted(Optional<String> familyName, Optional<FileNumber.Typed> number, Optional<Purpose> purpose,
            Optional<String> agent, Optional<LocalDate> standingIn, Days opened, Days submitted,
            Optional<LocalDate> waitingSince) {
    }

    /** Days from one to another, both included, open where one is missing. */
    record Days(Optional<LocalDate> from, Optional<LocalDate> to) {
    }

    /**
     * Whose dossiers are looked through.
     *
     * @param office all offices where empty
     * @param agent  to whom they are entrusted, or for whom that agent stands in
     * @param day    of standing in
     */
    record Waiting(Optional<String> office, Optional<String> agent, LocalDate day) {
    }

    /** Those whose bank may owe an answer, or whose loan is in difficulty; what there is to do say the rules. */
    Uni<List<Kept<Dossier>>> toSeeTo(Waiting waiting);

    /** Newest first. */
    Uni<List<Kept<Dossier>>> page(Filter filter, Wanted wanted);

    /** One and all others of the same person, newest first, of one tenant; empty where it has none of that key. */
    Uni<List<Kept<Dossier>>> ofThePerson(String tenant, String key);

    /** Of one tenant; empty where it has none of that key. */
    Uni<Optional<Kept<Dossier>>> find(String tenant, String key);
}
