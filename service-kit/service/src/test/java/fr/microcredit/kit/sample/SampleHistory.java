package fr.microcredit.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.reception.OwnHistory;
import fr.microcredit.kit.sql.Sql;

/** Takes lines over that a later state of the database has told of. */
@ApplicationScoped
class SampleHistory implements OwnHistory<SampleEvents.LineAdded> {
    private static final String AFTER = "after ";
    private static final String GIVE = "insert into heard (key, text) values (:key, :text)";
    /** Refused by the table while what it needs is not there, as a reservation is without its endowment. */
    private static final String TAKE = """
                                       insert into heard (key, text)
                                       values (:key, (select 'after ' || text from heard where text = :text limit 1))""";

    @Override
    public Class<SampleEvents.LineAdded> told() {
        return SampleEvents.LineAdded.class;
    }

    @Override
    public Uni<Void> takeOver(ReceivedEvent event, SampleEvents.LineAdded told) {
        return Sql.of(told.line().startsWith(AFTER) ? TAKE : GIVE).with("key", event.key())
                .with("text", "taken over: " + told.line().replace(AFTER, "")).update().replaceWithVoid();
    }
}
