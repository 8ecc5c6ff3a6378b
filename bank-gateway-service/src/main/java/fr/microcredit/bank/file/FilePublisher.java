package fr.microcredit.bank.file;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.FileEvent;

/** Tells the other services, in the running transaction. */
public interface FilePublisher {
    Uni<Void> publish(FileEvent event);
}
