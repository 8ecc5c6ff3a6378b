package fr.microcredit.commission.support.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.commission.support.domain.SupportSettings;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** In PostgreSQL, one for each office that has set them. */
@ApplicationScoped
class SupportSettingsStore extends DocumentStore<SupportSettings, SupportSettingsStore.SupportSettingsRow> {
    SupportSettingsStore() {
        super(SupportSettingsRow.class, SupportSettingsRow::new);
    }

    @Entity
    @Table(name = "support_settings")
    static class SupportSettingsRow extends DocumentRow<SupportSettings> {
    }
}
