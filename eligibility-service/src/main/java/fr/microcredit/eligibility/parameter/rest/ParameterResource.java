package fr.microcredit.eligibility.parameter.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.parameter.AddValue;
import fr.microcredit.eligibility.parameter.ParameterLibrary;
import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Reply;
import fr.microcredit.kit.tenancy.Roles;

/** National values that rules refer to: what holds when, since when that is known, and where it is written. */
@Path("/parameters")
public class ParameterResource {
    private final Commands commands;
    private final Queries queries;
    private final ParameterLibrary library;
    private final AddValue add;

    ParameterResource(Commands commands, Queries queries, ParameterLibrary library, AddValue add) {
        this.commands = commands;
        this.queries = queries;
        this.library = library;
        this.add = add;
    }

    /**
     * @param name      such as {@code smic-net-monthly}
     * @param to        last day, absent where it holds until a later value
     * @param value     euros or percent as a decimal string
     * @param knownFrom day since when it is known, today where absent
     */
    public record ValueForm(@NotNull @Size(max = 60) String name, @NotNull LocalDate from, LocalDate to,
            @NotNull @Pattern(regexp = "\\d{1,8}(\\.\\d{1,4})?") String value,
            @NotBlank @Size(max = 300) String source, LocalDate knownFrom) {
    }

    /** A value in its two times; {@code value} is a decimal string in euros or percent. */
    public record ValueView(String name, LocalDate from, LocalDate to, String value, String unit, String source,
            LocalDate knownFrom) {
        static ValueView of(DatedValue value) {
            return new ValueView(value.name().code(), value.from(), value.to().orElse(null),
                    value.value().stripTrailingZeros().toPlainString(),
                    value.name().unit().name().toLowerCase(Locale.ROOT), value.source(), value.knownFrom());
        }
    }

    /** In the order in which they were recorded. */
    @GET
    @RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.SCHEME_EDITOR, Roles.AUDITOR})
    public Uni<List<ValueView>> list() {
        return queries
                .run(actor -> library.current().map(all -> all.values().stream().map(ValueView::of).toList()));
    }

    @POST
    @RolesAllowed(Roles.SCHEME_EDITOR)
    public Uni<Response> add(@NotNull @Valid ValueForm form) {
        return commands.run(form,
                command -> add.handle(command.actor(),
                        new AddValue.Command(form.name(), form.from(), form.to(), new BigDecimal(form.value()),
                                form.source(), form.knownFrom()))
                        .map(value -> Reply.created("/parameters", ValueView.of(value))));
    }
}
