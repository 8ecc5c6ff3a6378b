package fr.microcredit.intake.agent.persistence;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.Agents;
import fr.microcredit.intake.agent.domain.Agent;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.UnitOfWork;

/**
 * Agents in PostgreSQL. A row is written with the first act of an agent in each process, and when the name has changed: any
 * other act costs nothing and locks nothing here.
 */
@ApplicationScoped
class AgentTable implements Agents {
    private static final String PUT = """
                                      insert into agent (office_id, subject, name)
                                      select * from unnest(cast(:offices as text[]), cast(:subjects as text[]), cast(:names as text[]))
                                      on conflict (office_id, subject) do update set name = coalesce(excluded.name, agent.name)
                                      where agent.name is distinct from excluded.name""";
    private static final String ALL = """
                                      select subject, name from agent where office_id = :office order by name, subject""";
    private static final String KNOWN = """
                                        select exists(select from agent where office_id = :office and subject = :subject) as known""";

    private final Map<Place, Agent> written = new ConcurrentHashMap<>();

    private record Place(String office, String subject) {
    }

    private record Line(Place place, Agent agent) {
    }

    @Override
    public void remember(String officeId, Agent agent) {
        Place place = new Place(officeId, agent.subject());
        if (!agent.equals(written.get(place))) {
            UnitOfWork.current().<Line>gathered(AgentTable.class, AgentTable::put, () -> written.put(place, agent))
                    .add(new Line(place, agent));
        }
    }

    private static Sql put(List<Line> lines) {
        return Sql.of(PUT).with("offices", lines.stream().map(line -> line.place().office()).toList())
                .with("subjects", lines.stream().map(line -> line.place().subject()).toList())
                .with("names", String.class, lines.stream().map(line -> line.agent().name()).toList());
    }

    @Override
    public Uni<List<Agent>> all(String officeId) {
        return Sql.of(ALL).with("office", officeId)
                .list(row -> new Agent(row.text("subject"), row.maybe("name", Row::text)));
    }

    @Override
    public Uni<Uni<Boolean>> known(String officeId, String subject) {
        return Sql.of(KNOWN).with("office", officeId).with("subject", subject).early(row -> row.flag("known"))
                .map(answer -> answer.map(found -> found.get(0)));
    }
}
