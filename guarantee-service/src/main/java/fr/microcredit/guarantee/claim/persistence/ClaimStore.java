package fr.microcredit.guarantee.claim.persistence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.claim.Claims;
import fr.microcredit.guarantee.claim.domain.Claim;
import fr.microcredit.guarantee.promise.domain.Promise;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** Claims in PostgreSQL. They are found by their loan, and read by its office too. */
@ApplicationScoped
class ClaimStore extends DocumentStore<Claim, ClaimStore.ClaimRow> implements Claims {
    ClaimStore() {
        super(ClaimRow.class, ClaimRow::new);
    }

    /** A loan does not say which claims there are on it. */
    @Override
    protected Optional<String> keyOf(About about) {
        return Optional.empty();
    }

    @Entity
    @Table(name = "guarantee_claim")
    static class ClaimRow extends DocumentRow<Claim> {
        String loan;
        @Column(name = "office_id")
        String officeId;

        @Override
        protected void index(Claim state) {
            loan = Promise.keyOf(state.about());
            officeId = state.about().officeId();
        }
    }

    @Override
    public Uni<List<Kept<Claim>>> onLoan(About about) {
        return lockedList("loan = :loan order by key", Map.of("loan", Promise.keyOf(about)))
                .map(found -> found.stream().sorted(Comparator.comparing((Kept<Claim> kept) -> kept.state().filedOn()))
                        .toList());
    }
}
