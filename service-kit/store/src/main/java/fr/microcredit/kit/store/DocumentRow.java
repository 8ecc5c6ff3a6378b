package fr.microcredit.kit.store;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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
    @JdbcTypeCode(SqlTypes.JSON)
    T document;

    void put(Kept<T> kept) {
        T state = kept.state();
        key = kept.key();
        tenant = state.tenant();
        status = state.status();
        day = state.day();
        version = kept.version();
        document = state;
        index(state);
    }

    /** Fills the columns that the subclass adds. */
    protected void index(T state) {
        // none by default
    }
}
