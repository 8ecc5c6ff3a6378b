package fr.microcredit.commission.session.persistence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import fr.microcredit.commission.session.domain.Session;

/** A session as it is stored. */
@Entity
@Table(name = "session")
class SessionRow {
    @Id
    UUID id;
    @Column(name = "office_id")
    String officeId;
    @Column(name = "held_on")
    LocalDate heldOn;
    @Enumerated(EnumType.STRING)
    Session.Status status;
    String chair;
    @Enumerated(EnumType.STRING)
    Session.Capacity capacity;
    @Version
    long version;

    static SessionRow of(Session session) {
        SessionRow row = new SessionRow();
        row.id = session.id();
        row.officeId = session.officeId();
        row.heldOn = session.heldOn();
        row.take(session);
        return row;
    }

    void take(Session session) {
        status = session.status();
        chair = session.chair().map(Session.Chair::subject).orElse(null);
        capacity = session.chair().map(Session.Chair::capacity).orElse(null);
    }

    Session toSession() {
        return new Session(id, officeId, heldOn, status,
                Optional.ofNullable(chair).map(subject -> new Session.Chair(subject, capacity)), version);
    }
}
