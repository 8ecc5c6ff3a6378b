package fr.microcredit.bank.file.persistence;

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
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** Files in PostgreSQL; what a file waits for is a column, so that lists are searched by it. */
@ApplicationScoped
class BankFileStore extends DocumentStore<BankFile, BankFileStore.BankFileRow> implements Files {
    private static final String ORDER = " order by sort_day desc, key desc limit :limit";

    private static final List<Condition> CONDITIONS = List.of(new Condition("tenant", "tenant = :tenant"),
            new Condition("status", "status = :status"), new Condition("step", "next_step = :step"),
            new Condition("moment", "changed_at >= :moment"),
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

        @Override
        protected void index(BankFile state) {
            nextStep = Codes.of(state.nextStep());
        }
    }

    /** The condition names only what is asked for, so that each kind of list has its index. */
    @Override
    public Uni<List<Kept<BankFile>>> search(Search search) {
        Filter filter = search.filter();
        Map<String, Object> asked = new HashMap<>(Map.of("tenant", filter.tenant(), "limit", filter.limit()));
        filter.status().ifPresent(status -> asked.put("status", status));
        search.waitingFor().ifPresent(step -> asked.put("step", step));
        search.changedSince().ifPresent(moment -> asked.put("moment", moment.atOffset(ZoneOffset.UTC)));
        filter.before().ifPresent(place -> asked.putAll(Map.of("day", place.day(), "key", place.key())));
        return list(CONDITIONS.stream().filter(each -> asked.containsKey(each.parameter())).map(Condition::sql)
                .collect(Collectors.joining(" and ")) + ORDER, asked);
    }
}
