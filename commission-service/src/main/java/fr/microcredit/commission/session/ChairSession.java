package fr.microcredit.commission.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.domain.AttendanceRules;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.commission.session.domain.SessionEvent;
import fr.microcredit.commission.session.domain.SessionRules;
import fr.microcredit.commission.session.domain.Sitting;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;

/** An elected person opens a session and goes on with one; who is there is recorded. Not before its day. */
@ApplicationScoped
public class ChairSession {
    private static final String PRESENT = "present";

    private final Acts acts;
    private final Store<Session> sessions;
    private final Sittings sittings;

    ChairSession(Acts acts, Store<Session> sessions, Sittings sittings) {
        this.acts = acts;
        this.sessions = sessions;
        this.sittings = sittings;
    }

    /** @param present subjects of members; may be recorded afterwards */
    public Uni<Kept<Session>> open(Act act, UUID id, Session.Capacity capacity, List<String> present) {
        act.noting("capacity", capacity.name()).noting(PRESENT, present);
        Chair chair = new Chair(act.actor().subject(), capacity);
        return change(act, id, sitting -> SessionRules.open(sitting, chair, present));
    }

    /** What was decided before stays as it was decided, by whom it was. */
    public Uni<Kept<Session>> takeChair(Act act, UUID id, Session.Capacity capacity) {
        act.noting("capacity", capacity.name());
        Chair chair = new Chair(act.actor().subject(), capacity);
        return change(act, id, sitting -> SessionRules.takeChair(sitting, chair));
    }

    /** By who chairs, or by the office's secretary. */
    public Uni<Kept<Session>> attend(Act act, UUID id, List<String> present) {
        act.noting(PRESENT, present);
        Optional<String> actor = Optional.of(act.actor().subject());
        boolean isSecretary = act.actor().roles().contains(Roles.COMMISSION_SECRETARY);
        return change(act, id, sitting -> AttendanceRules.attend(sitting, present,
                isSecretary || sitting.session().chair().map(Chair::subject).equals(actor)));
    }

    /** Its requests stay on its agenda. */
    public Uni<Kept<Session>> revokeOpening(Act act, UUID id) {
        String subject = act.actor().subject();
        return change(act, id, sitting -> SessionRules.revokeOpening(sitting.session(), subject));
    }

    private Uni<Kept<Session>> change(Act act, UUID id, Function<Sitting, Decision<Session, SessionEvent>> rule) {
        return sittings.onItsDay(act, id, (dated, committee) -> acts.change(dated, sessions, id.toString(),
                id.toString(), (session, on) -> rule.apply(new Sitting(session, committee))));
    }
}
