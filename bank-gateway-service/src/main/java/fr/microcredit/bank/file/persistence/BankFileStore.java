package fr.microcredit.bank.file.persistence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.Files;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** Files in PostgreSQL; what a file waits for is a column, so that lists are searched by it. */
@ApplicationScoped
class BankFileStore extends DocumentStore<BankFile, BankFileStore.BankFileRow> implements Files {
    private static final String SILENT = "agreement_until <= :day";
    private static final String SILENT_KEYS = "select split_part(key, '/', 1) as key from bank_file where " + SILENT;
    private static final String NEXT_SILENCE = """
                                               select min(greatest(agreement_until, :from)) as next from bank_file
                                               where agreement_until <= :to""";
    private static final String ORDER = " order by sort_day desc, key desc limit :limit";

    private static final List<Condition> CONDITIONS = List.of(new Condition("tenant", "tenant = :tenant"),
            new Condition("status", "status = :status"), new Condition("step", "next_step = :step"),
            new Condition("moment", "changed_at >= :moment"),
            new Condition("late",
                    "key in (select l.key from loan l where l.tenant = :tenant and l.report_until < :late)"),
            new Condition("day", "(sort_day, key) < (:day, :key)"));

    BankFileStore() {
        super(BankFileRow.class, BankFileRow::new);
    }

    /** Holds where its parameter is asked for. */
    private record Condition(String parameter, String sql) {
    }

    @Override
    protected Optional<String> keyOf(About about) {
        return about.bankId().map(bank -> BankFile.keyOf(about.dossierId(), bank));
    }

    @Entity
    @Table(name = "bank_file")
    static class BankFileRow extends DocumentRow<BankFile> {
        @Column(name = "next_step")
        String nextStep;

        @Column(name = "agreement_until")
        LocalDate agreementUntil;

        @Override
        protected void index(BankFile state) {
            nextStep = Codes.of(state.nextStep());
            agreementUntil = state.agreementAwaitedUntil().orElse(null);
        }
    }

    @Override
    public Uni<Optional<LocalDate>> nextSilence(LocalDate from, LocalDate to) {
        return Sql.of(NEXT_SILENCE).with("from", from).with("to", to).first(row -> row.date("next"));
    }

    /** By the dossiers' locks first, as every act takes them. */
    @Override
    public Uni<List<Kept<BankFile>>> silent(LocalDate day) {
        Map<String, Object> parameters = Map.of("day", day);
        return Locks.found(SILENT_KEYS, parameters).chain(dossiers -> lockedList(SILENT + " order by key", parameters)
                .chain(found -> dossiers.map(locked -> found.stream()
                        .filter(kept -> locked.contains(BankFile.dossierOf(kept.key()).toString())).toList())));
    }

    /** The condition names only what is asked for, so that each kind of list has its index. */
    @Override
    public Uni<List<Kept<BankFile>>> search(Search search) {
        Filter filter = search.filter();
        Map<String, Object> asked = new HashMap<>(Map.of("tenant", filter.tenant(), "limit", filter.limit()));
        filter.status().ifPresent(status -> asked.put("status", status));
        search.waitingFor().ifPresent(step -> asked.put("step", step));
        search.changedSince().ifPresent(moment -> asked.put("moment", moment.atOffset(ZoneOffset.UTC)));
        search.reportLateOn().ifPresent(day -> asked.put("late", day));
        filter.before().ifPresent(place -> asked.putAll(Map.of("day", place.day(), "key", place.key())));
        return list(CONDITIONS.stream().filter(each -> asked.containsKey(each.parameter())).map(Condition::sql)
                .collect(Collectors.joining(" and ")) + ORDER, asked);
    }
}
