package fr.microcredit.commission.support;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.domain.SupportSettings;
import fr.microcredit.commission.support.domain.SupportSettings.Limits;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** The office's manager says what its support commission may spend, from a day on. */
@ApplicationScoped
public class KeepSupportSettings {
    private static final String LOCK = "support-settings/";

    private final Acts acts;
    private final Store<SupportSettings> settings;

    KeepSupportSettings(Acts acts, Store<SupportSettings> settings) {
        this.acts = acts;
        this.settings = settings;
    }

    /** What was granted before stays granted, however little it leaves. */
    public Uni<Kept<SupportSettings>> set(Act act, Limits limits) {
        String office = act.actor().tenantId();
        act.noting("yearlyBudgetCents", limits.yearlyBudget().cents())
                .noting("perDossierCents", limits.perDossier().cents());
        limits.perYearAndDossier().ifPresent(most -> act.noting("perYearAndDossierCents", most.cents()));
        return Locks.ahead(LOCK + office).chain(() -> settings.locked(office)).chain(known -> known.isEmpty()
                ? acts.open(act, settings, on -> SupportSettings.first(office, limits, on))
                : acts.report(act, settings, LOCK + office, office, (before, on) -> before.from(limits, on)));
    }
}
