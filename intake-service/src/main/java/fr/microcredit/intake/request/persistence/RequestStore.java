package fr.microcredit.intake.request.persistence;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Requests in PostgreSQL; what a desk searches by stands in columns. */
@ApplicationScoped
class RequestStore extends DocumentStore<Request, RequestStore.RequestRow> {
    RequestStore() {
        super(RequestRow.class, RequestRow::new);
    }

    @Entity
    @Table(name = "request")
    static class RequestRow extends DocumentRow<Request> {
        @Column(name = "file_number")
        String fileNumber;
        @Column(name = "file_running")
        long running;
        String agent;
        @Column(name = "person_id")
        UUID personId;
        @Column(name = "submitted_on")
        LocalDate submittedOn;

        @Override
        protected void index(Request state) {
            fileNumber = state.registration().number().text();
            running = state.registration().number().running();
            agent = state.registration().agent();
            personId = state.about().personId();
            submittedOn = state.registration().submittedOn().orElse(null);
        }
    }
}
