package fr.microcredit.kit.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.kit.store.DocumentRow;

@Entity
@Table(name = "note")
class NoteRow extends DocumentRow<Note> {
}
