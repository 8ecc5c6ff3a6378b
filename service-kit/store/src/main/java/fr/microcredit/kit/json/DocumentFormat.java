package fr.microcredit.kit.json;

import org.hibernate.type.format.AbstractJsonFormatMapper;

import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/** Stored documents are written as the platform writes JSON everywhere. */
@JsonFormat
@PersistenceUnitExtension
public final class DocumentFormat extends AbstractJsonFormatMapper {
    @Override
    public <T> T fromString(CharSequence document, java.lang.reflect.Type type) {
        try {
            return KitJson.MAPPER.readValue(document.toString(), KitJson.MAPPER.constructType(type));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("A stored document is no " + type.getTypeName(), e);
        }
    }

    @Override
    public <T> String toString(T value, java.lang.reflect.Type type) {
        return KitJson.write(value);
    }
}
