package fr.microcredit.bank.file.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.Files;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.NextStep;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Paging;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** Which files a bank asks for. */
public class FileSearch {
    @QueryParam("status")
    BankFile.Status status;
    @QueryParam("waitingFor")
    NextStep waitingFor;
    @QueryParam("changedSince")
    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"), description = "A moment such as 2008-07-03T09:00:00Z: files that were written then or later, by whomever. "
            + "What is being written while the list is made may bear a moment a little before the newest in it: ask again "
            + "from a minute before the last question")
    String changedSince;

    @QueryParam("reportLate")
    @Parameter(description = "true: files whose loan has an instalment that the bank should have reported by now, paid or "
            + "missed, by the days of its convention")
    boolean reportLate;

    /** Only who asks for what is late needs to know which day it is. */
    Uni<Optional<LocalDate>> lateOn(BusinessCalendar calendar) {
        return reportLate ? calendar.today().map(Optional::of) : Uni.createFrom().item(Optional.empty());
    }

    /** @throws fr.microcredit.kit.problem.ProblemException {@code malformed-request} for a text that is no moment */
    Files.Search of(String bank, Paging paging, Optional<LocalDate> lateOn) {
        Optional<Instant> moment = Optional.ofNullable(changedSince)
                .map(text -> QueryTexts.moment("?changedSince", text));
        return new Files.Search(new Store.Filter(bank, Optional.ofNullable(status).map(Codes::of), paging.place(),
                paging.limit()), Optional.ofNullable(waitingFor), moment, lateOn);
    }
}
