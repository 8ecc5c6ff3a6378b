package fr.microcredit.intake.catalogue.persistence;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.catalogue.Schemes;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Schemes as documents: they are read whole and never searched. */
@ApplicationScoped
class SchemeTable implements Schemes {
    private static final String PUT = """
                                      insert into scheme (scheme_id, version, document) values (:id, :version, cast(cast(:document as text) as jsonb))
                                      on conflict (scheme_id, version) do update set document = excluded.document""";

    private static final String AGREE = """
                                        insert into convention (convention_id, version, scheme_id, document)
                                        values (:id, :version, :scheme, cast(cast(:document as text) as jsonb))
                                        on conflict (convention_id, version) do update set document = excluded.document""";

    private static final String LENDS = """
                                        insert into bank (bank_id, version, document)
                                        values (:id, :version, cast(cast(:document as text) as jsonb))
                                        on conflict (bank_id, version) do update set document = excluded.document""";

    private static final String ALL = """
                                      select cast(document as text) as document,
                                        (select cast(coalesce(jsonb_agg(c.document order by c.number), '[]') as text)
                                         from convention c where c.scheme_id = s.scheme_id) as agreements,
                                        (select cast(coalesce(jsonb_agg(b.document order by b.number), '[]') as text)
                                         from bank b where b.bank_id in (select c.document ->> 'bankId'
                                           from convention c where c.scheme_id = s.scheme_id)) as lenders
                                      from scheme s order by s.scheme_id, s.version""";

    @Override
    public Uni<Void> put(Scheme scheme) {
        return Sql.of(PUT).with("id", scheme.schemeId()).with("version", scheme.version())
                .with("document", KitJson.write(scheme)).update().replaceWithVoid();
    }

    @Override
    public Uni<Void> put(Scheme.Agreement agreement) {
        return Sql.of(AGREE).with("id", agreement.id()).with("version", agreement.version())
                .with("scheme", agreement.schemeId()).with("document", KitJson.write(agreement)).update()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> put(Scheme.Lender lender) {
        return Sql.of(LENDS).with("id", lender.bankId()).with("version", lender.version())
                .with("document", KitJson.write(lender)).update().replaceWithVoid();
    }

    @Override
    public Uni<List<Scheme>> all() {
        return Sql.of(ALL).list(SchemeTable::scheme);
    }

    @Override
    public Uni<Uni<List<Scheme>>> asked() {
        return Sql.of(ALL).early(SchemeTable::scheme);
    }

    private static Scheme scheme(Row row) {
        return KitJson.read(row.text("document"), Scheme.class)
                .with(List.of(KitJson.read(row.text("agreements"), Scheme.Agreement[].class)))
                .lentBy(List.of(KitJson.read(row.text("lenders"), Scheme.Lender[].class)));
    }
}
