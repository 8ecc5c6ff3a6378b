package fr.microcredit.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.kit.store.DocumentStore;

@ApplicationScoped
class NoteStore extends DocumentStore<Note, NoteRow> {
    NoteStore() {
        super(NoteRow.class, NoteRow::new);
    }
}
