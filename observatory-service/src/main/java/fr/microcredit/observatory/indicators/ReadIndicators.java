package fr.microcredit.observatory.indicators;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

import fr.microcredit.observatory.indicators.domain.PeriodKind;
import fr.microcredit.observatory.indicators.domain.Release;
import fr.microcredit.observatory.indicators.domain.Secrecy;
import fr.microcredit.observatory.indicators.domain.Territory;

/** The indicators anybody may read; a figure leaves this use case only past the rule of secrecy. */
@ApplicationScoped
public class ReadIndicators {
    private final Figures figures;
    private final Secrecy secrecy;

    ReadIndicators(Figures figures, @ConfigProperty(name = "observatory.persons-min") int personsMin,
            @ConfigProperty(name = "observatory.dominance-percent-max") int dominancePercentMax) {
        this.figures = figures;
        this.secrecy = new Secrecy(personsMin, dominancePercentMax);
    }

    public Uni<Release> handle(Territory territory, PeriodKind period) {
        return figures.funnel(territory, period).chain(funnel -> figures.loans(territory, period)
                .chain(loans -> figures.purposes(territory, period).chain(purposes -> figures.delays(territory, period)
                        .map(delays -> Release.of(secrecy, funnel, loans, purposes, delays)))));
    }
}
