package fr.microcredit.observatory.indicators.rest;

import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.http.Queries;
import fr.microcredit.observatory.indicators.ReadIndicators;
import fr.microcredit.observatory.indicators.domain.PeriodKind;
import fr.microcredit.observatory.indicators.domain.Territory;

/** The observatory's public figures. */
@Path("/indicators")
public class IndicatorResource {
    private final Queries queries;
    private final ReadIndicators indicators;

    IndicatorResource(Queries queries, ReadIndicators indicators) {
        this.queries = queries;
        this.indicators = indicators;
    }

    /**
     * @param by        {@code year} or {@code quarter}
     * @param territory {@code region} or {@code office}
     */
    @GET
    @PermitAll
    public Uni<IndicatorView> read(@QueryParam("by") @DefaultValue("year") @Pattern(regexp = "year|quarter") String by,
            @QueryParam("territory") @DefaultValue("region") @Pattern(regexp = "region|office") String territory) {
        return queries
                .open(() -> indicators.handle(Territory.valueOf(territory.toUpperCase(Locale.ROOT)),
                        PeriodKind.valueOf(by.toUpperCase(Locale.ROOT))))
                .map(release -> IndicatorView.of(by, territory, release));
    }
}
