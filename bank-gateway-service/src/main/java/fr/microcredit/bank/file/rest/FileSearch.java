package fr.microcredit.bank.file.rest;

import java.time.Instant;
import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import fr.microcredit.bank.file.Files;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.NextStep;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Paging;
import fr.microcredit.kit.store.Store;

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

    /** @throws fr.microcredit.kit.problem.ProblemException {@code malformed-request} for a text that is no moment */
    Files.Search of(String bank, Paging paging) {
        Optional<Instant> moment = Optional.ofNullable(changedSince)
                .map(text -> QueryTexts.moment("?changedSince", text));
        return new Files.Search(new Store.Filter(bank, Optional.ofNullable(status).map(Codes::of), paging.place(),
                paging.limit()), Optional.ofNullable(waitingFor), moment);
    }
}
