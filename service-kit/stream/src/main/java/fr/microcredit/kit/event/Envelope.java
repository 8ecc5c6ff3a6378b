package fr.microcredit.kit.event;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cloudevents.CloudEvent;

import fr.microcredit.kit.domain.About;

/**
 * What every event carries beside its data, as extension attributes of CloudEvents.
 *
 * @param about       whom it is about; empty for events that are about no dossier
 * @param effectiveOn business date, Europe/Paris
 */
public record Envelope(Optional<About> about, LocalDate effectiveOn) {
    public static final String SEQUENCE = "sequence";
    private static final String PERSON = "personid";
    private static final String OFFICE = "officeid";
    private static final String BANK = "bankid";
    private static final String SCHEME_VERSION = "schemeversion";
    private static final String EFFECTIVE_ON = "effectiveon";

    public Map<String, String> attributesByName() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(EFFECTIVE_ON, effectiveOn.toString());
        about.ifPresent(whom -> {
            attributes.put(PERSON, whom.personId().toString());
            attributes.put(OFFICE, whom.officeId());
            whom.bankId().ifPresent(bank -> attributes.put(BANK, bank));
            whom.schemeVersion().ifPresent(version -> attributes.put(SCHEME_VERSION, version));
        });
        return attributes;
    }

    /** @throws IllegalArgumentException where an attribute is missing or has another form */
    public static Envelope of(CloudEvent event) {
        return new Envelope(about(event), LocalDate.parse(required(event, EFFECTIVE_ON)));
    }

    private static Optional<About> about(CloudEvent event) {
        return text(event, OFFICE).map(office -> new About(UUID.fromString(event.getSubject()),
                UUID.fromString(required(event, PERSON)), office, text(event, BANK), text(event, SCHEME_VERSION)));
    }

    private static Optional<String> text(CloudEvent event, String name) {
        return Optional.ofNullable(event.getExtension(name)).map(Object::toString);
    }

    private static String required(CloudEvent event, String name) {
        return text(event, name).orElseThrow(() -> new IllegalArgumentException("No attribute " + name));
    }
}
