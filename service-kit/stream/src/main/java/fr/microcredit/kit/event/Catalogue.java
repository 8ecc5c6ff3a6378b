package fr.microcredit.kit.event;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;

/** Builds the service's event table; an incomplete one stops the start. */
@ApplicationScoped
class Catalogue {
    @Produces
    @Singleton
    EventTable table(@All List<PublishedEvents> published) {
        EventTable table = new EventTable();
        published.forEach(each -> each.list(table));
        table.requireComplete();
        return table;
    }
}
