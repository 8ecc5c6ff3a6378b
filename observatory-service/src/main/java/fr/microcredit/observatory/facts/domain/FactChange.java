package fr.microcredit.observatory.facts.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** What one event adds to what is known of a dossier. */
public record FactChange(UUID dossierId, String officeId, UUID personId, Map<FactField, Object> values) {
    /** An event that says nothing but that the dossier exists. */
    public static FactChange of(UUID dossierId, String officeId, UUID personId) {
        return new FactChange(dossierId, officeId, personId, new EnumMap<>(FactField.class));
    }

    /** @param value a {@code LocalDate}, {@code Long}, {@code Integer} or {@code String}, as the field's column takes it */
    public FactChange with(FactField field, Object value) {
        Map<FactField, Object> more = new EnumMap<>(FactField.class);
        more.putAll(values);
        more.put(field, value);
        return new FactChange(dossierId, officeId, personId, more);
    }
}
