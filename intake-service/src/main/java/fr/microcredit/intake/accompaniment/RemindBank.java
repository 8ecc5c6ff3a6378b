package fr.microcredit.intake.accompaniment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.BankAnswerRules;
import fr.microcredit.intake.request.FrozenTerms;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** The office asks a bank for the answer it owes, and writes down that it has. */
@ApplicationScoped
public class RemindBank {
    private final Acts acts;
    private final Store<Request> requests;
    private final Accompaniments accompaniments;

    RemindBank(Acts acts, Store<Request> requests, Accompaniments accompaniments) {
        this.acts = acts;
        this.requests = requests;
        this.accompaniments = accompaniments;
    }

    /** How the bank was reached. */
    public enum Way {
        TELEPHONE, EMAIL, LETTER, VISIT, OTHER
    }

    public Uni<Kept<Request>> handle(Act act, UUID dossierId, Way way) {
        String key = dossierId.toString();
        act.noting("way", Codes.of(way));
        return Locks.ahead(key)
                .chain(() -> Beside.of(requests.locked(key), accompaniments.find(key),
                        (request, known) -> known.map(Kept::state)))
                .chain(known -> acts.change(act, requests, key, key, (request, on) -> {
                    known.ifPresent(last -> BusinessCalendar.requireNotBefore(last.lastOn(), on, act.pointer()));
                    return BankAnswerRules.remind(request, known, FrozenTerms.meetingRequired(request), on);
                }));
    }
}
