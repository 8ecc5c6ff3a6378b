package fr.microcredit.kit.reception;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gathers what the features of the service listen to; a channel over other topics than these stops the start. */
@ApplicationScoped
class Listening {
    @Produces
    @Singleton
    Subscriptions subscriptions(Instance<EventHandlers> handlers,
            @ConfigProperty(name = "mp.messaging.incoming.events.topics") String channel) {
        Subscriptions all = new Subscriptions();
        handlers.forEach(handler -> {
            all.nextFeature();
            handler.register(all);
        });
        Set<String> configured = Arrays.stream(channel.split(",")).map(String::trim)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!configured.equals(all.topics())) {
            throw new IllegalStateException("mp.messaging.incoming.events.topics is " + configured
                    + " but the service's handlers listen to " + all.topics());
        }
        return all;
    }
}
