package fr.microcredit.intake.applicant.persistence;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.Persons;
import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.applicant.domain.SameName;
import fr.microcredit.kit.hash.KeyedHash;
import fr.microcredit.kit.sql.Sql;

/**
 * Persons by a keyed hash of name and birth date: without the key nobody can try names against the table. The service's
 * role reaches it through one function of the owner only.
 */
@ApplicationScoped
class PersonTable implements Persons {
    private final KeyedHash hash;

    PersonTable(@ConfigProperty(name = "intake.person-key") String key) {
        this.hash = new KeyedHash(key);
    }

    @Override
    public String match(Applicant applicant) {
        return hash.of(SameName.of(applicant));
    }

    @Override
    public Uni<UUID> identifyAs(Applicant applicant, UUID person) {
        return asked(applicant, person).chain(found -> found);
    }

    @Override
    public Uni<Uni<UUID>> asked(Applicant applicant) {
        return asked(applicant, UUID.randomUUID());
    }

    private Uni<Uni<UUID>> asked(Applicant applicant, UUID unlessKnown) {
        return Sql.of("select person_for(:hash, :fresh) as person").with("hash", match(applicant))
                .with("fresh", unlessKnown).early(row -> row.uuid("person"))
                .map(answer -> answer.map(found -> found.get(0)));
    }
}
