package fr.microcredit.bank.file.messaging;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.bank.file.FilePublisher;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.FileEvent;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.event.WireJson;
import fr.microcredit.kit.outbox.Outbox;

/** Publishes the bank's acts on files; terms go on as they came. */
@ApplicationScoped
class FileEventWriter implements FilePublisher {
    private static final String PREFIX = "fr.microcredit.bank.";

    private final Outbox outbox;

    FileEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    record Decided(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int revision,
            int round, String decision, List<String> reasons, String purpose, JsonNode terms) {
    }

    record Contracted(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn,
            int revision,
            int round, long amountCents, int termMonths, String borrowerRate, LocalDate firstDueOn) {
    }

    record Disbursed(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int revision,
            int round, LocalDate firstDueOn, String purpose, JsonNode terms) {
    }

    @Override
    public Uni<Void> publish(FileEvent event) {
        return outbox.append(outgoing(event));
    }

    private static OutgoingEvent outgoing(FileEvent event) {
        BankFile f = event.file();
        if (event instanceof FileEvent.Decided decided) {
            return of("decided", f,
                    view(f, decided.accepted() ? "accepted" : "disagreed", decided.reasons(), event.on()));
        }
        if (event instanceof FileEvent.Finalised finalised) {
            return of("finalised", f,
                    view(f, finalised.accepted() ? "accepted" : "refused", finalised.reasons(), event.on()));
        }
        LocalDate firstDueOn = f.contract().orElseThrow().firstDueOn();
        if (event instanceof FileEvent.Contracted) {
            return of("contracted", f,
                    new Contracted(f.dossierId(), f.officeId(), f.bankId(), f.personId(), event.on(), f.revision(),
                            f.round(), f.terms().amount().cents(), f.terms().months(),
                            f.terms().borrowerRate().toString(), firstDueOn));
        }
        return of("disbursed", f, new Disbursed(f.dossierId(), f.officeId(), f.bankId(), f.personId(), event.on(),
                f.revision(), f.round(), firstDueOn, f.purpose(), terms(f)));
    }

    private static Decided view(BankFile f, String decision, List<String> reasons, LocalDate on) {
        return new Decided(f.dossierId(), f.officeId(), f.bankId(), f.personId(), on, f.revision(), f.round(), decision,
                reasons, f.purpose(), terms(f));
    }

    private static OutgoingEvent of(String name, BankFile file, Object data) {
        return new OutgoingEvent(PREFIX + name, file.dossierId().toString(), data);
    }

    private static JsonNode terms(BankFile file) {
        try {
            return WireJson.MAPPER.readTree(file.terms().document());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
