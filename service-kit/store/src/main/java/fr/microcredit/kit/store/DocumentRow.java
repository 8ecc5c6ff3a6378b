package fr.microcredit.kit.store;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import fr.microcredit.kit.domain.Aggregate;

/**
 * An aggregate as it is stored: what is searched, locked or compared in columns, all of it in one document. A service has a
 * subclass of no more than its name and table; it adds columns only for what it searches besides.
 *
 * @param <T> the aggregate, an immutable record
 */
@MappedSuperclass
public abstract class DocumentRow<T extends Aggregate> {
    @Id
    String key;
    String tenant;
    String status;
    @Column(name = "sort_day")
    LocalDate day;
    long version;
    /** Locked or written by this transaction: what the session has of it is what the table has. */
    @Transient
    boolean held;
    /** Gathered to be written with others of its kind, and not written yet. */
    @Transient
    boolean waiting;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    T document;

    void begin(T state) {
        key = state.key();
        tenant = state.tenant();
        version = state.firstVersion();
        put(state);
    }

    void change(T state) {
        version++;
        put(state);
    }

    private void put(T state) {
        held = true;
        status = state.status();
        day = state.day();
        document = state;
        index(state);
    }

    /** Fills the columns that the subclass adds. */
    protected void index(T state) {
        // none by default
    }

    Kept<T> kept() {
        return new Kept<>(key, version, document);
    }
}
