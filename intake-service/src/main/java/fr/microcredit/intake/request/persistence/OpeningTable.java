package fr.microcredit.intake.request.persistence;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.Persons;
import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.Openings;
import fr.microcredit.intake.request.domain.FileNumber;
import fr.microcredit.kit.sql.Sql;

/** Persons and running numbers in PostgreSQL: a sequence for each office and year, which no transaction holds. */
@ApplicationScoped
class OpeningTable implements Openings {
    private static final String BEGIN = """
                                        select person_for(:hash, gen_random_uuid()) as person, n.code, n.running
                                        from next_file_number(:office, cast(:codes as text[]), :year) as n""";

    private static final String SETTLE = "select office_code(:office, cast(:codes as text[])) as code";

    private final Persons persons;

    OpeningTable(Persons persons) {
        this.persons = persons;
    }

    @Override
    public Uni<Opening> begin(Applicant applicant, String officeId, List<String> codes, int year) {
        return Sql.of(BEGIN).with("hash", persons.match(applicant)).with("office", officeId).with("codes", codes)
                .with("year", year)
                .list(row -> new Opening(row.uuid("person"),
                        new FileNumber(row.text("code"), year, row.number("running"))))
                .map(rows -> rows.get(0));
    }

    @Override
    public Uni<Optional<String>> settled(String officeId, List<String> codes) {
        return Sql.of(SETTLE).with("office", officeId).with("codes", codes).first(row -> row.text("code"));
    }
}
