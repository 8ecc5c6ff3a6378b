package fr.microcredit.intake.task.rest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.rest.DossierView.NameView;
import fr.microcredit.intake.request.domain.Registration;
import fr.microcredit.intake.request.domain.Registration.Reminded;
import fr.microcredit.intake.task.ReadTasks;
import fr.microcredit.intake.task.Task;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.tenancy.Roles;

/** What an office has to see to. */
@Path("/tasks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class TaskResource {
    private static final String ME = "me";

    private final Queries queries;
    private final ReadTasks read;

    TaskResource(Queries queries, ReadTasks read) {
        this.queries = queries;
        this.read = read;
    }

    /**
     * @param about       what the bank owes an answer to, or what is to be done next about a missed instalment
     * @param fileNumber  people call the dossier by
     * @param name        whom it is for; left out where the person was erased
     * @param agent       to whom it is entrusted
     * @param since       business date from which its days are counted
     * @param inTimeOn    the last day on which it is, or was, in time
     * @param overdue     whether that day is over
     * @param instalments that are unpaid, by number; none where a bank is silent
     * @param reminded    how often and when last the bank was asked for its answer
     */
    public record TaskView(Task.Kind kind, About about, UUID dossierId, String fileNumber, Optional<NameView> name,
            String agent, String bankId, LocalDate since, LocalDate inTimeOn, boolean overdue,
            List<Integer> instalments, Optional<Reminded> reminded) {
        private static TaskView of(Task task, LocalDate today) {
            Registration registration = task.dossier().request().registration();
            return new TaskView(task.kind(), About.of(task.about()), task.dossier().request().dossierId(),
                    registration.number().text(),
                    task.dossier().applicant().map(who -> new NameView(who.familyName(), who.givenNames())),
                    registration.agent(), task.dossier().request().about().bank(), task.since(), task.inTimeOn(),
                    task.isOverdue(today), task.instalments(),
                    registration.remindedSince(task.since()).filter(any -> task.kind() == Task.Kind.BANK_SILENT));
        }
    }

    /** The bank's questions, and the next things to do about a missed instalment. */
    public enum About {
        DECISION, LAST_WORD, WITHDRAWAL, CALL, CALL_AGAIN, DEFERRAL_INFORMATION, DEFERRAL_REQUEST, FOLLOW_UP,
        BANK_ANSWER, COMMISSION_ANSWER, ADMISSIBILITY;

        private static About of(String code) {
            return Arrays.stream(values()).filter(each -> Codes.of(each).equals(code)).findFirst().orElseThrow();
        }
    }

    @GET
    @Operation(summary = "What the office has to see to, the longest late first; of an agent: agent=me with whom they stand in for")
    public Uni<List<TaskView>> list(@QueryParam("agent") @Size(min = 1, max = 255) String agent) {
        return queries.run(actor -> read.of(actor,
                Optional.ofNullable(agent).map(given -> ME.equals(given) ? actor.subject() : given)))
                .map(seen -> seen.tasks().stream().map(task -> TaskView.of(task, seen.today())).toList());
    }
}
