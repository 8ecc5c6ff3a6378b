package fr.microcredit.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.reception.OwnHistory;
import fr.microcredit.kit.sql.Sql;

/** Takes lines over that a later state of the database has told of. */
@ApplicationScoped
class SampleHistory implements OwnHistory<SampleEvents.LineAdded> {
    @Override
    public Class<SampleEvents.LineAdded> told() {
        return SampleEvents.LineAdded.class;
    }

    @Override
    public Uni<Void> takeOver(ReceivedEvent event, SampleEvents.LineAdded told) {
        return Sql.of("insert into heard (key, text) values (:key, :text)").with("key", event.key())
                .with("text", "taken over: " + told.line()).update().replaceWithVoid();
    }
}
