package fr.microcredit.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds the service's event table; an incomplete one stops the start. */
@ApplicationScoped
class Catalogue {
    @Produces
    @Singleton
    EventTable table(Instance<PublishedEvents> published) {
        EventTable table = new EventTable();
        published.forEach(each -> each.list(table));
        table.requireComplete();
        return table;
    }
}
